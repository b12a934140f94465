//! An action that this crate does not know.

use aliyun_customer_gateway::query::{List, Parameters, Visitor, visit};
use aliyun_customer_gateway::{Action, Tags};

use super::{borrowed, check_request, check_request_with, flattened, region, tags};

/// Parameters before, between and after the common ones, and a list between others.
#[derive(Clone, Copy, Debug)]
struct DescribeVpcs<'a> {
    tags: Option<List<'a>>,
    vpc_name: Option<&'a str>,
}

impl Parameters for DescribeVpcs<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "AA": 1_u32,
            "IsDefault": true,
            "RegionId": region(),
            "Tag-": "before the list",
            "Tag.N": self.tags.as_ref(),
            "Tag/": "after it",
            "VpcName": self.vpc_name,
            "a b": "",
        });
    }
}

impl Action for DescribeVpcs<'_> {
    const NAME: &'static str = "DescribeVpcs";
    const VERSION: &'static str = "2016-04-28";

    type Output<'b> = ();
}

#[test]
fn queries() {
    let own = [
        ("AA", "1"),
        ("IsDefault", "true"),
        ("RegionId", "cn-shanghai"),
        ("Tag-", "before the list"),
        ("Tag/", "after it"),
        ("a b", ""),
    ];
    check_request(DescribeVpcs { tags: None, vpc_name: None }, &own);
    let texts = tags();
    let tags = borrowed(&texts);
    let tags = Some(List::from(Tags::new(&tags).unwrap()));
    let mut more = flattened("Tag", &texts);
    more.push(("VpcName".to_owned(), "上 海".to_owned()));
    check_request_with(DescribeVpcs { tags, vpc_name: Some("上 海") }, &own, &more);
}

#[cfg(feature = "sign")]
mod called {
    use aliyun_customer_gateway::query::Pairs;
    use aliyun_customer_gateway::{Call, Format, SignatureNonce, Timestamp};

    use super::*;

    #[test]
    fn what_a_call_has_of_its_action() {
        let vpcs = DescribeVpcs { tags: None, vpc_name: None };
        let nonce = SignatureNonce::new("nonce").unwrap();
        let timestamp = Timestamp::new("2024-01-02T03:04:05Z").unwrap();
        let call = Call::new(vpcs, nonce, timestamp).with_format(Format::Xml);
        assert_eq!((call.action_name(), call.version()), ("DescribeVpcs", "2016-04-28"));
        assert_eq!((call.signature_nonce(), call.timestamp()), (nonce, timestamp));
        assert_eq!(call.format(), Format::Xml);
        assert_eq!(call.query().to_string(), vpcs.query_without_action().to_string());
        assert_eq!(call.action().vpc_name, None);
    }

    /// An action the parameters of which are known only at run time.
    #[derive(Clone, Copy)]
    struct Any<'a>(Pairs<'a>);

    impl Parameters for Any<'_> {
        fn visit(&self, visitor: Visitor<'_>) {
            visitor.pairs(self.0);
        }
    }

    impl Action for Any<'_> {
        const NAME: &'static str = "Any";
        const VERSION: &'static str = "1";

        type Output<'b> = ();
    }

    /// An action without parameters of its own.
    #[derive(Clone, Copy, Debug)]
    struct Nothing;

    impl Parameters for Nothing {
        fn visit(&self, _: Visitor<'_>) {}
    }

    impl Action for Nothing {
        const NAME: &'static str = "DescribeRegions";
        const VERSION: &'static str = "2014-05-26";

        type Output<'b> = ();
    }

    #[test]
    fn the_common_parameters_of_an_action_without_its_own() {
        check_request(Nothing, &[]);
    }

    /// Among pairs, what has the name of a common parameter gives way to it.
    #[test]
    fn pairs_between_the_common_parameters() {
        for (pairs, expected) in [
            (&[][..], "Action=Any"),
            (&[("A", "1"), ("Action", "Other"), ("Actions", "2")], "A=1&Action=Any&Actions=2"),
            (&[("Z", "1")], "Action=Any&Z=1"),
            (&[("Action", "Other")], "Action=Any"),
            // There is no common `Format` here.
            (&[("Format", "TEXT"), ("Formats", "1")], "Action=Any&Format=TEXT&Formats=1"),
        ] {
            let query = Any(Pairs::new(pairs).unwrap()).query();
            assert_eq!(query.to_string(), expected);
        }
    }
}
