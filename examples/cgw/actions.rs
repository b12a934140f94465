//! The actions of the service by name, and their requests.

use aliyun_customer_gateway::{
    Action, Asn, AuthKey, ClientToken, CreateCustomerGateway, CustomerGatewayId,
    DeleteCustomerGateway, DescribeCustomerGateway, DescribeCustomerGateways, Description, Edition,
    IpAddress, ModifyCustomerGatewayAttribute, Name, PageNumber, PageSize, Parameter, RegionId,
    ResourceGroupId,
};

use crate::given::{Given, Values};
use crate::refusal::Refusal;

/// An action of the service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Kind {
    /// Register a gateway.
    #[default]
    #[value(name = "CreateCustomerGateway", alias = "create")]
    Create,
    /// List gateways, a page at a time.
    #[value(name = "DescribeCustomerGateways", alias = "list")]
    List,
    /// Read one gateway.
    #[value(name = "DescribeCustomerGateway", alias = "describe")]
    Describe,
    /// Change a name, a description or a key of BGP.
    #[value(name = "ModifyCustomerGatewayAttribute", alias = "modify")]
    Modify,
    /// Remove a gateway.
    #[value(name = "DeleteCustomerGateway", alias = "delete")]
    Delete,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Create, Self::List, Self::Describe, Self::Modify, Self::Delete];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Create => CreateCustomerGateway::NAME,
            Self::List => DescribeCustomerGateways::NAME,
            Self::Describe => DescribeCustomerGateway::NAME,
            Self::Modify => ModifyCustomerGatewayAttribute::NAME,
            Self::Delete => DeleteCustomerGateway::NAME,
        }
    }

    pub(crate) fn from_name(name: &str) -> Result<Self, Refusal> {
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Refusal::of("Action", format!("{name:?} is no action of this tool: it has {names}"))
        })
    }

    /// Whether a retry has to repeat a `ClientToken`.
    pub(crate) const fn takes_client_token(self) -> bool {
        matches!(self, Self::Create | Self::Modify | Self::Delete)
    }

    /// What the action calls its list of tags.
    pub(crate) const fn list(self) -> Option<&'static str> {
        match self {
            Self::Create => Some("Tags"),
            Self::List => Some("Tag"),
            Self::Describe | Self::Modify | Self::Delete => None,
        }
    }
}

/// What is done with a request, whatever its action.
pub(crate) trait Task {
    type Output;

    fn run<A: Action>(self, action: A) -> Self::Output;
}

/// A task that cannot run because something else was refused: the request is still checked.
impl<T: Task> Task for Option<T> {
    type Output = Option<T::Output>;

    fn run<A: Action>(self, action: A) -> Self::Output {
        self.map(|task| task.run(action))
    }
}

/// Makes a request of texts, and does something with it, or refuses every value that is wrong.
pub(crate) fn with<T: Task>(
    kind: Kind,
    edition: Edition,
    values: &Values,
    task: T,
) -> Result<T::Output, Vec<Refusal>> {
    let mut given = Given::new(values);
    let given = &mut given;
    given.constant("Action", kind.name());
    let region_id = given.required("RegionId", RegionId::new);
    match kind {
        Kind::Create => {
            let address = |text| IpAddress::new_in(text, edition);
            let ip_address = given.required("IpAddress", address);
            let mut request = region_id
                .zip(ip_address)
                .map(|(region_id, ip_address)| CreateCustomerGateway::new(region_id, ip_address));
            set(&mut request, client_token(given), CreateCustomerGateway::with_client_token);
            set(&mut request, name(given, edition), CreateCustomerGateway::with_name);
            let description = description(given, edition);
            set(&mut request, description, CreateCustomerGateway::with_description);
            let asn = given.optional("Asn", Asn::new);
            set(&mut request, asn, CreateCustomerGateway::with_asn);
            if let Some(auth_key) = auth_key(given, edition) {
                match asn {
                    Some(asn) => request = request.map(|request| request.with_bgp(asn, auth_key)),
                    None => given.refusals.push(Refusal::needs_asn()),
                }
            }
            let has_group = given.is_in(edition, Parameter::ResourceGroupId);
            let group = has_group.then(|| resource_group_id(given)).flatten();
            set(&mut request, group, CreateCustomerGateway::with_resource_group_id);
            let has_tags = given.is_in(edition, Parameter::Tags);
            let tags = if has_tags { given.tags("Tags") } else { Vec::new() };
            let tags = given.list("Tags", &tags);
            set(&mut request, tags, CreateCustomerGateway::with_tags);
            finish(kind, given, request, task)
        }
        Kind::List => {
            let mut request = region_id.map(DescribeCustomerGateways::new);
            let id = given.optional("CustomerGatewayId", CustomerGatewayId::new);
            set(&mut request, id, DescribeCustomerGateways::with_customer_gateway_id);
            let number = given.optional("PageNumber", PageNumber::new);
            set(&mut request, number, DescribeCustomerGateways::with_page_number);
            let size = given.optional("PageSize", PageSize::new);
            set(&mut request, size, DescribeCustomerGateways::with_page_size);
            let group = resource_group_id(given);
            set(&mut request, group, DescribeCustomerGateways::with_resource_group_id);
            let tags = given.tags("Tag");
            let tags = given.list("Tag", &tags);
            set(&mut request, tags, DescribeCustomerGateways::with_tags);
            finish(kind, given, request, task)
        }
        Kind::Describe => {
            let id = given.required("CustomerGatewayId", CustomerGatewayId::new);
            let request = region_id.zip(id);
            let request =
                request.map(|(region_id, id)| DescribeCustomerGateway::new(region_id, id));
            finish(kind, given, request, task)
        }
        Kind::Modify => {
            let id = given.required("CustomerGatewayId", CustomerGatewayId::new);
            let mut request = region_id
                .zip(id)
                .map(|(region_id, id)| ModifyCustomerGatewayAttribute::new(region_id, id));
            let client_token = client_token(given);
            set(&mut request, client_token, ModifyCustomerGatewayAttribute::with_client_token);
            set(&mut request, name(given, edition), ModifyCustomerGatewayAttribute::with_name);
            let description = description(given, edition);
            set(&mut request, description, ModifyCustomerGatewayAttribute::with_description);
            let auth_key = auth_key(given, edition);
            set(&mut request, auth_key, ModifyCustomerGatewayAttribute::with_auth_key);
            finish(kind, given, request, task)
        }
        Kind::Delete => {
            let id = given.required("CustomerGatewayId", CustomerGatewayId::new);
            let mut request =
                region_id.zip(id).map(|(region_id, id)| DeleteCustomerGateway::new(region_id, id));
            set(&mut request, client_token(given), DeleteCustomerGateway::with_client_token);
            finish(kind, given, request, task)
        }
    }
}

fn finish<A: Action, T: Task>(
    kind: Kind,
    given: &mut Given<'_>,
    request: Option<A>,
    task: T,
) -> Result<T::Output, Vec<Refusal>> {
    given.nothing_else(|name| unknown(kind, name));
    match request {
        Some(request) if given.refusals.is_empty() => Ok(task.run(request)),
        _ => Err(core::mem::take(&mut given.refusals)),
    }
}

/// Sets a value of a request, if both are present.
fn set<A, V>(request: &mut Option<A>, value: Option<V>, with: impl FnOnce(A, V) -> A) {
    if let Some(value) = value {
        *request = request.take().map(|request| with(request, value));
    }
}

fn client_token<'a>(given: &mut Given<'a>) -> Option<ClientToken<'a>> {
    given.optional("ClientToken", ClientToken::new)
}

fn name<'a>(given: &mut Given<'a>, edition: Edition) -> Option<Name<'a>> {
    given.optional("Name", |text| Name::new_in(text, edition))
}

fn description<'a>(given: &mut Given<'a>, edition: Edition) -> Option<Description<'a>> {
    given.optional("Description", |text| Description::new_in(text, edition))
}

fn resource_group_id<'a>(given: &mut Given<'a>) -> Option<ResourceGroupId<'a>> {
    given.optional("ResourceGroupId", ResourceGroupId::new)
}

fn auth_key<'a>(given: &mut Given<'a>, edition: Edition) -> Option<AuthKey<'a>> {
    let has_key = given.is_in(edition, Parameter::AuthKey);
    has_key.then(|| given.optional("AuthKey", AuthKey::new)).flatten()
}

/// Why an action does not take a parameter.
fn unknown(kind: Kind, name: &str) -> String {
    let action = kind.name();
    let is_flat = name.starts_with("Tags.") || name.starts_with("Tag.");
    match kind.list() {
        Some(list) if is_flat => {
            format!(r#"{name} is part of a list: write {list} as [{{"Key":"..","Value":".."}}]"#)
        }
        Some(list) if matches!(name, "Tags" | "Tag") => {
            format!("{name} is not a parameter of {action}: its tags are {list}")
        }
        _ => format!("{name} is not a parameter of {action}"),
    }
}
