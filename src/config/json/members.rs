//! Types that are read from an object.

/// Reads types. A member is `required`, `optional`, or `later`: optional, and not in every edition. What
/// was read has the names that the members have here: it is refused as a whole, or the value is made.
macro_rules! members {
    (borrowed $($rest:tt)*) => {};
    (owned [$($generics:tt)*] [$($arguments:tt)*] $type:ty as $expected:expr, {
        $($kind:ident $name:literal $field:ident: $member:ty;)+
    } => $refusal:expr, $made:expr) => {
        const _: () = {
            use $crate::config::json::{
                Cause, File, FromJson, Object, ReadError, Row, Slot, TagList, Target, Value,
                members,
            };
            use $crate::edition::Edition;
            use $crate::invalid_parameter::InvalidParameter;

            struct Slots<$($generics)*> {
                edition: Edition,
                $($field: Option<$member>,)+
            }

            impl<$($generics)*> Target for Slots<$($arguments)*> {
                fn rows(&self) -> &'static [Row] {
                    const { &[$(members!(@row $kind $name $field)),+] }
                }

                fn set(&mut self, index: usize, value: Value<'_>) -> Result<(), Cause> {
                    let mut member: usize = 0;
                    $(
                        if index == member {
                            return Slot::read(&mut self.$field, value, $name, self.edition);
                        }
                        member = member.saturating_add(1);
                    )+
                    let _ = member;
                    Ok(())
                }

                fn tags(&mut self, index: usize) -> Option<&mut dyn TagList> {
                    let mut member: usize = 0;
                    $(
                        if index == member {
                            return Slot::list(&mut self.$field);
                        }
                        member = member.saturating_add(1);
                    )+
                    let _ = member;
                    None
                }
            }

            impl<$($generics)*> FromJson for $type {
                fn read(file: File<'_>, edition: Edition) -> Result<Self, ReadError> {
                    let mut slots = Slots { edition, $($field: None),+ };
                    let object = Object::read(file, edition, $expected, &mut slots)?;
                    let Slots { $($field,)+ .. } = slots;
                    $(members!(@there $kind object $name $field);)+
                    let refusal: Option<InvalidParameter> = $refusal;
                    match refusal {
                        Some(refusal) => Err(object.refused(refusal)),
                        None => Ok($made),
                    }
                }
            }
        };
    };
    (@row required $name:literal $field:ident) => {
        Row { name: $name, is_required: true, of_edition: None }
    };
    (@row optional $name:literal $field:ident) => {
        Row { name: $name, is_required: false, of_edition: None }
    };
    (@row later $name:literal $field:ident) => {
        Row {
            name: $name,
            is_required: false,
            of_edition: Some(members!(@parameter $field)),
        }
    };
    (@parameter auth_key) => { $crate::parameter::Parameter::AuthKey };
    (@parameter resource_group_id) => { $crate::parameter::Parameter::ResourceGroupId };
    (@parameter tags) => { $crate::parameter::Parameter::Tags };
    (@there required $object:ident $name:literal $field:ident) => {
        let Some($field) = $field else { return Err($object.missing($name)) };
    };
    (@there $optional:ident $object:ident $name:literal $field:ident) => {};
}
pub(in crate::config) use members;
