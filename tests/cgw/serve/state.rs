//! What survives a kill.

use aliyun_customer_gateway::{
    ClientToken, CreateCustomerGateway, CustomerGatewayId, DeleteCustomerGateway,
    DescribeCustomerGateway, IpAddress, RegionId,
};

use super::*;

fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

fn create(address: &str) -> CreateCustomerGateway<'_> {
    let token = ClientToken::new(address).unwrap();
    CreateCustomerGateway::new(region(), IpAddress::new(address).unwrap()).with_client_token(token)
}

fn id(json: &Value) -> CustomerGatewayId<'_> {
    CustomerGatewayId::new(json["CustomerGatewayId"].as_str().unwrap()).unwrap()
}

/// A new folder, and the path of a file in it.
fn new_file(name: &str) -> (PathBuf, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("state.json").to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn a_kill() {
    let (folder, file) = new_file("kill");
    let start = || Server::start(&["--state", &file, "--seed", "1"]);
    let server = start();
    let kept = server.success(create("101.12.0.1"));
    let deleted = server.success(create("101.12.0.2"));
    let delete = DeleteCustomerGateway::new(region(), id(&deleted));
    let delete = delete.with_client_token(ClientToken::new("d").unwrap());
    server.success(delete);
    drop(server);

    let server = start();
    let described = server.success(DescribeCustomerGateway::new(region(), id(&kept)));
    assert_eq!(described["CreateTime"], kept["CreateTime"]);
    let not_found = (404, "InvalidCustomerGatewayInstanceId.NotFound".to_owned());
    assert_eq!(server.failure(DescribeCustomerGateway::new(region(), id(&deleted))), not_found);
    // Their tokens bring what they brought.
    for (created, address) in [(&kept, "101.12.0.1"), (&deleted, "101.12.0.2")] {
        let again = server.success(create(address));
        assert_eq!(again["CustomerGatewayId"], created["CustomerGatewayId"]);
    }
    server.success(delete);
    // The seed begins anew, but no id comes twice.
    let new = server.success(create("101.12.0.3"));
    for old in [&kept, &deleted] {
        assert_ne!(new["CustomerGatewayId"], old["CustomerGatewayId"]);
    }
    drop(server);
    let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.collect::<Vec<_>>(), ["state.json"]);
}

/// The keys of BGP are in it.
#[cfg(unix)]
#[test]
fn nobody_else_reads_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_, file) = new_file("mode");
    let server = Server::start(&["--state", &file]);
    server.success(create("101.12.0.1"));
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_file_that_is_no_state() {
    let (folder, file) = new_file("other");
    std::fs::write(&file, "{}").unwrap();
    let refused = |file: &str, sentence: &str| {
        let run = run(&["serve", "--state", file]);
        assert_eq!((run.code, run.stdout.as_str()), (5, ""), "{file}");
        assert!(run.stderr.starts_with(&format!("error: {file} {sentence}")), "{}", run.stderr);
    };
    refused(&file, "is not a state of this tool: missing field `version`");
    std::fs::write(&file, r#"{"version":2}"#).unwrap();
    refused(&file, "is of another version of this tool");
    refused(folder.to_str().unwrap(), "cannot be read: ");
    let missing = folder.join("missing/state.json");
    refused(missing.to_str().unwrap(), "cannot be written: ");
}
