//! `Edition`: its names, and what it has.

use aliyun_customer_gateway::{Edition, Parameter, Reason, Sentence};

#[test]
fn names() {
    assert_eq!(Edition::default(), Edition::November2020);
    for (edition, name) in [(Edition::November2020, "2020-11"), (Edition::Current, "current")] {
        assert_eq!(edition.as_str(), name);
        assert_eq!(format!("{edition:>9}"), format!("{name:>9}"));
        assert_eq!(name.parse(), Ok(edition));
        assert!(Edition::ALL.contains(&edition));
    }
    assert_eq!(Edition::ALL.len(), 2);
    for text in ["", "Current", "2020", "2020-11 ", "November2020"] {
        assert_eq!(
            text.parse::<Edition>().unwrap_err().to_string(),
            "unknown edition: write 2020-11 or current",
        );
    }
}

/// Which parameters a gateway of an edition has.
#[test]
fn every_parameter() {
    use Parameter::{AuthKey, ResourceGroupId, Tags};
    for parameter in Parameter::ALL {
        assert_eq!(Edition::Current.require(*parameter), Ok(()));
        let is_new = matches!(parameter, AuthKey | ResourceGroupId | Tags);
        assert_eq!(Edition::November2020.has(*parameter), !is_new, "{parameter}");
        let Err(refused) = Edition::November2020.require(*parameter) else {
            assert!(!is_new, "{parameter}");
            continue;
        };
        assert!(is_new, "{parameter}");
        assert_eq!(refused.parameter(), *parameter);
        assert_eq!(refused.reason(), Reason::NotInEdition(Edition::November2020));
        assert_eq!(refused.edition(), Some(Edition::November2020));
        assert_eq!(refused.accepted_by(), Some(Edition::Current));
        assert_eq!(refused.error_code(), None);
        let sentence = format!(
            "{parameter} is not a parameter of edition 2020-11: leave it out, or use edition current"
        );
        assert_eq!(refused.to_string(), sentence);
        assert_eq!(Sentence::new(&refused).as_str(), sentence);
    }
}
