//! `cgw request` for each action, by each edition.

use super::*;

const ID: &str = "cgw-bp1pvpl9r9adju6l5";

fn request(action: &str, more: &[&str]) -> Run {
    let arguments = ["request", "--region", "cn-shanghai", "--action", action];
    run(&[arguments.as_slice(), more].concat())
}

fn query(action: &str, rest: &str) -> Run {
    Run::new(0, &format!("Action={action}&{rest}&RegionId=cn-shanghai\n"), "")
}

#[test]
fn the_query_of_each() {
    let id = format!("CustomerGatewayId={ID}");
    let of = ["--customer-gateway-id", ID];
    assert_eq!(request("DescribeCustomerGateway", &of), query("DescribeCustomerGateway", &id));
    assert_eq!(
        request("DeleteCustomerGateway", &[of.as_slice(), &["--client-token", "t"]].concat()),
        query("DeleteCustomerGateway", &format!("ClientToken=t&{id}")),
    );
    assert_eq!(
        request(
            "ModifyCustomerGatewayAttribute",
            &[of.as_slice(), &["--name", "new", "--description", "Neu"]].concat(),
        ),
        query("ModifyCustomerGatewayAttribute", &format!("{id}&Description=Neu&Name=new")),
    );
    assert_eq!(
        request("DescribeCustomerGateways", &[]),
        Run::new(0, "Action=DescribeCustomerGateways&RegionId=cn-shanghai\n", ""),
    );
    assert_eq!(
        request(
            "DescribeCustomerGateways",
            &["--page-number", "2", "--page-size", "50", "--tag", "a=b=c", "--tag", "d"],
        ),
        Run::new(
            0,
            "Action=DescribeCustomerGateways&PageNumber=2&PageSize=50&RegionId=cn-shanghai\
             &Tag.1.Key=a&Tag.1.Value=b%3Dc&Tag.2.Key=d&Tag.2.Value=\n",
            "",
        ),
    );
    // `cgw query` is the same.
    let arguments = ["query", "--region", "cn-shanghai", "--action", "DeleteCustomerGateway"];
    assert_eq!(run(&[arguments.as_slice(), &of].concat()), query("DeleteCustomerGateway", &id),);
    // A short name is as good as the service's.
    assert_eq!(request("describe", &of), query("DescribeCustomerGateway", &id));
}

#[test]
fn what_only_the_current_edition_has() {
    let more = [
        "--ip",
        "10.0.0.1",
        "--edition",
        "current",
        "--name",
        "2nd floor",
        "--asn",
        "65000",
        "--auth-key",
        "kEy",
        "--resource-group-id",
        "rg-1",
        "--tag",
        "site=Zürich",
    ];
    assert_eq!(
        request("CreateCustomerGateway", &more),
        Run::new(
            0,
            "Action=CreateCustomerGateway&Asn=65000&AuthKey=kEy&IpAddress=10.0.0.1\
             &Name=2nd%20floor&RegionId=cn-shanghai&ResourceGroupId=rg-1&Tags.1.Key=site\
             &Tags.1.Value=Z%C3%BCrich\n",
            "",
        ),
    );
    let without: Vec<_> =
        more.into_iter().filter(|m| !["--edition", "current"].contains(m)).collect();
    let refused = request("CreateCustomerGateway", &without);
    assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
    for parameter in ["IpAddress", "Name", "AuthKey", "ResourceGroupId", "Tags"] {
        let mut errors = refused.stderr.lines().filter(|line| line.starts_with("error: "));
        assert!(
            errors.any(|line| line.contains(parameter) && line.contains("current")),
            "{parameter}: {}",
            refused.stderr,
        );
    }
    assert!(!refused.stderr.contains("kEy"), "{}", refused.stderr);
}

#[test]
fn an_edition_or_action_that_is_none() {
    for arguments in [["--edition", "2021"], ["--action", "DescribeVpcs"]] {
        let arguments = [["request", "--region", "r", "--ip", "1.1.1.1"].as_slice(), &arguments];
        let refused = run(&arguments.concat());
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
        assert!(refused.stderr.starts_with("error: invalid value '"), "{}", refused.stderr);
    }
}

#[test]
fn what_another_action_has() {
    let refused = request("DescribeCustomerGateways", &["--asn", "1"]);
    let sentence =
        "error: Asn is not a parameter of DescribeCustomerGateways\n  --asn 1\n         ^\n";
    assert_eq!(refused, Run::new(1, "", sentence));
    let refused =
        request("DescribeCustomerGateway", &["--tag", "a=b", "--customer-gateway-id", ID]);
    let sentence = "error: Tags is not a parameter of DescribeCustomerGateway\n";
    assert_eq!(refused, Run::new(1, "", sentence));
}

/// A key of BGP is a secret: it can be given where other users do not see it, and is shown nowhere
/// except in the query that goes to the service.
#[test]
fn a_key_of_bgp() {
    const KEY: &str = "kEyThatNobodyMaySee";
    let arguments =
        ["request", "--region", "r", "--ip", "1.1.1.1", "--edition", "current", "--asn", "1"];
    let expected =
        format!("Action=CreateCustomerGateway&Asn=1&AuthKey={KEY}&IpAddress=1.1.1.1&RegionId=r\n");
    let file = |text: &str| {
        let name = format!("cgw-key-{}-{}", std::process::id(), text.len());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, text).unwrap();
        path.into_os_string().into_string().unwrap()
    };
    for text in [KEY.to_owned(), format!("{KEY}\n"), format!("{KEY}\r\n")] {
        let path = file(&text);
        let found = run(&[arguments.as_slice(), &["--auth-key-file", &path]].concat());
        std::fs::remove_file(path).unwrap();
        assert_eq!(found, Run::new(0, &expected, ""), "{text:?}");
    }
    let of_variable = [arguments.as_slice(), &["--auth-key-env", "A_KEY"]].concat();
    assert_eq!(run_with(&[("A_KEY", KEY)], &of_variable, b""), Run::new(0, &expected, ""));
    let sentence = "error: the environment variable A_KEY is not set: --auth-key-env needs it\n";
    assert_eq!(run(&of_variable), Run::new(1, "", sentence));

    let unreadable = run(&[arguments.as_slice(), &["--auth-key-file", "no-such-file"]].concat());
    assert_eq!((unreadable.code, unreadable.stdout.as_str()), (5, ""));
    let start = "error: no-such-file cannot be read: ";
    assert!(unreadable.stderr.starts_with(start), "{}", unreadable.stderr);

    for wrong in [format!("{KEY} {KEY}"), format!("{KEY}?"), KEY.repeat(4)] {
        let refused = run(&[arguments.as_slice(), &["--auth-key", &wrong]].concat());
        assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
        assert!(refused.stderr.contains("AuthKey"), "{}", refused.stderr);
        assert!(!refused.stderr.contains(KEY), "{}", refused.stderr);
    }
    let both = ["--auth-key", KEY, "--auth-key-env", "A_KEY"];
    let both = run(&[arguments.as_slice(), &both].concat());
    assert_eq!((both.code, both.stdout.as_str()), (2, ""));
    assert!(!both.stderr.contains(KEY), "{}", both.stderr);

    let without = ["request", "--region", "r", "--ip", "1.1.1.1", "--edition", "current"];
    assert_eq!(
        run(&[without.as_slice(), &["--auth-key", KEY]].concat()),
        Run::new(
            1,
            "",
            "error: AuthKey needs an Asn: give the number of your own network as well\n"
        ),
    );
}

#[test]
fn editions_are_explained() {
    let text = run(&["editions"]);
    assert_eq!((text.code, text.stderr.as_str()), (0, ""));
    assert_eq!(text.stdout.lines().count(), 5);
    assert!(text.stdout.contains("2020-11") && text.stdout.contains("current"));
    for arguments in [["help"].as_slice(), &["help", "editions"]] {
        let help = run(arguments);
        assert_eq!((help.code, help.stderr.as_str()), (0, ""));
        assert!(help.stdout.contains(&text.stdout), "{}", help.stdout);
    }
}
