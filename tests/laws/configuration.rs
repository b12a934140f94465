//! What holds for every file of configuration.

use core::fmt::Debug;

use aliyun_customer_gateway::config::{
    DeserializeIn, FromJson, InEdition, ReadError, ToJson, from_json, to_json,
};
use aliyun_customer_gateway::registration::Stored;
use aliyun_customer_gateway::{
    Edition, Encode as _, OwnedCreateCustomerGateway, OwnedCreated, OwnedDeleteCustomerGateway,
    OwnedDeleted, OwnedDescribeCustomerGateway, OwnedDescribeCustomerGateways, OwnedGateway,
    OwnedModified, OwnedModifyCustomerGatewayAttribute,
};
use serde::Serialize;
use serde::de::{DeserializeOwned, DeserializeSeed as _};

/// The law of `from_json`: it accepts the requests that `serde_json` accepts, and reads them the same;
/// what it reads, `to_json` writes; and an error points at the offence.
pub(crate) fn file(file: &[u8]) {
    for edition in Edition::ALL {
        request::<OwnedCreateCustomerGateway<8>>(file, *edition);
        request::<OwnedDescribeCustomerGateways<8>>(file, *edition);
        request::<OwnedDescribeCustomerGateway>(file, *edition);
        request::<OwnedModifyCustomerGatewayAttribute>(file, *edition);
        request::<OwnedDeleteCustomerGateway>(file, *edition);
        let _ = read::<Stored<8>>(file, *edition).map(|stored| {
            let wanted = OwnedCreateCustomerGateway::<8>::try_from(stored.wanted()).unwrap();
            assert_eq!(written(&stored.wanted()), written(&wanted));
        });
    }
    response::<OwnedCreated<8, 16>>(file);
    response::<OwnedModified<8, 16>>(file);
    response::<OwnedGateway<8, 16>>(file);
    response::<OwnedDeleted>(file);
}

fn written<T: ToJson + Serialize>(value: &T) -> String {
    let written = to_json(value).to_heapless::<16_384>().unwrap();
    assert_eq!(written, serde_json::to_string(value).unwrap().as_str());
    written.as_str().to_owned()
}

fn request<T>(file: &[u8], edition: Edition)
where
    T: FromJson + for<'de> DeserializeIn<'de> + ToJson + Serialize + PartialEq + Debug,
{
    let mut deserializer = serde_json::Deserializer::from_slice(file);
    let theirs = InEdition::<T>::new(edition).deserialize(&mut deserializer);
    let theirs = theirs.and_then(|value| deserializer.end().map(|()| value));
    let shown = String::from_utf8_lossy(file);
    match (read::<T>(file, edition), theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{shown}");
            assert_eq!(read::<T>(written(&ours).as_bytes(), edition), Ok(ours));
        }
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{shown}: {ours:?}, {theirs:?}"),
    }
}

/// A response is read from more files by `serde_json`, which skips what it does not know.
fn response<T>(file: &[u8])
where
    T: FromJson + DeserializeOwned + ToJson + Serialize + PartialEq + Debug,
{
    if let Ok(ours) = read::<T>(file, Edition::Current) {
        assert_eq!(serde_json::from_slice::<T>(file).unwrap(), ours);
        assert_eq!(read::<T>(written(&ours).as_bytes(), Edition::November2020), Ok(ours));
    }
}

/// Reads a file, and holds an error to its place.
fn read<T: FromJson>(file: &[u8], edition: Edition) -> Result<T, ReadError> {
    let read = from_json::<T>(file, edition);
    if let Err(error) = &read {
        let before = &file[..error.index()];
        assert_eq!(error.line(), before.split(|byte| *byte == b'\n').count());
        let line = before.rsplit(|byte| *byte == b'\n').next().unwrap();
        let sentence = error.sentence().to_string();
        assert!(!sentence.is_empty() && error.to_string().ends_with(&sentence));
        if let Ok(line) = str::from_utf8(line) {
            assert_eq!(error.column(), line.chars().count() + 1);
        }
        let broken = str::from_utf8(file).err().map(|broken| broken.valid_up_to());
        // Without the offence, only the end is missing.
        match from_json::<T>(before, edition) {
            Ok(_) if broken == Some(error.index()) => {
                assert_eq!(sentence, "the file is not in UTF-8 from here on");
            }
            Ok(_) => assert_eq!(sentence, "unexpected data after the object"),
            Err(_) if broken.is_some() => {}
            Err(cut) => assert_eq!(cut.index(), error.index(), "{error}: {cut}"),
        }
    }
    read
}
