//! `RegionId`: what is taken, and every refusal.

use aliyun_customer_gateway::{Parameter, Reason, RegionId};

use super::{Field, read, unexpected};

const REGION_ID: Field = Field {
    new: |text| read(RegionId::new(text)),
    parameter: Parameter::RegionId,
    error_code: None,
};

#[test]
fn region_id() {
    for text in ["a", "cn-shanghai", "us-west-1", "AZaz09_-", "-", "_"] {
        REGION_ID.takes(text);
    }
    REGION_ID.takes(&"a".repeat(63));
    REGION_ID.refuses_all(&[
        (
            "",
            Reason::Empty,
            "RegionId is empty: use ASCII letters, digits, '_' and '-', as in cn-shanghai",
        ),
        (
            "cn shanghai",
            unexpected(' ', 2),
            "unexpected character ' ' at byte 2 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn-shanghai.",
            unexpected('.', 11),
            "unexpected character '.' at byte 11 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn-上海",
            unexpected('上', 3),
            "unexpected character '上' at byte 3 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "cn\n",
            unexpected('\n', 2),
            "unexpected character '\\n' at byte 2 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            "a/../b",
            unexpected('/', 1),
            "unexpected character '/' at byte 1 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
    ]);
    REGION_ID.refuses(
        &"a".repeat(64),
        Reason::TooLong { characters: 64 },
        "RegionId has 64 characters: it takes 1 to 63",
    );
    // What to mend first is the character, wherever it stands.
    REGION_ID.refuses(
        &format!("{}é", "a".repeat(64)),
        unexpected('é', 64),
        "unexpected character 'é' at byte 64 of RegionId: use ASCII letters, digits, '_' and '-', \
         as in cn-shanghai",
    );
}
