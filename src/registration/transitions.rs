//! What a response does to a registration.

use super::heard::{Advice, Heard, KeptRefusal};
use super::kept::Kept;
use super::listing::Turn;
use super::machine::{End, Goal, Registration, Why};

impl Registration {
    /// Takes what a response says.
    pub(super) fn hear(&mut self, heard: Heard, asked_ms: Option<u32>) {
        if !self.flow.is_sending() {
            return;
        }
        // On the old connection a response to an earlier call may still come. Only the next page of a
        // listing goes without: its number tells.
        self.new_connection = true;
        match (self.goal, heard) {
            (Goal::Create, Heard::Created { id, ours: true }) => self.end_with(id, End::Created),
            (Goal::List(_), Heard::Found { id, differences }) => {
                self.end_with(id, End::Found(differences));
            }
            (Goal::List(why), Heard::Page(page)) => {
                let turn = self.listing.take(&page, &self.flow.policy);
                self.turn(why, turn, page.filtered, asked_ms);
            }
            (Goal::List(_), Heard::TooLong) if self.listing.halve() => {
                self.flow.go_on_at_once(asked_ms);
            }
            (_, Heard::Failed { refusal, advice }) => self.advised(refusal, advice, asked_ms),
            // No response, none that can be read, or one to another call.
            _ => self.fail(asked_ms),
        }
    }

    fn advised(&mut self, refusal: KeptRefusal, advice: Advice, asked_ms: Option<u32>) {
        match (self.goal, advice) {
            (_, Advice::Immediately) => {
                let hurry = self.flow.tries.hurry();
                self.failed(hurry, asked_ms);
            }
            (_, Advice::SetClock) => {
                if !self.flow.set_clock(asked_ms) {
                    self.flow.end(End::ClockRefused);
                }
            }
            (_, Advice::RenewCredentials) if self.flow.renew_credentials(asked_ms) => {}
            (Goal::Create, Advice::LookUp) => {
                self.kept = refusal;
                self.look(Why::Exists);
                self.flow.go_on_at_once(asked_ms);
            }
            (Goal::Create, Advice::NewToken) => {
                self.tried = true;
                if !self.flow.make_token(asked_ms) {
                    self.refused(refusal, asked_ms);
                }
            }
            (_, Advice::Pause) | (Goal::List(_), Advice::LookUp | Advice::NewToken) => {
                self.fail(asked_ms);
            }
            (Goal::Create, Advice::Never { blames_token }) => {
                self.tried |= blames_token;
                self.refused(refusal, asked_ms);
            }
            (Goal::Create, Advice::RenewCredentials) => self.refused(refusal, asked_ms),
            (Goal::List(why), Advice::Never { .. } | Advice::RenewCredentials) => {
                self.list_refused(why, refusal, asked_ms);
            }
        }
    }

    /// A creation was refused for good.
    fn refused(&mut self, refusal: KeptRefusal, asked_ms: Option<u32>) {
        self.kept = refusal;
        if self.tried {
            self.look(Why::Refusal);
            self.flow.go_on_at_once(asked_ms);
        } else {
            self.flow.end(End::Refused { may_exist: false });
        }
    }

    /// A listing was refused for good.
    fn list_refused(&mut self, why: Why, refusal: KeptRefusal, asked_ms: Option<u32>) {
        match why {
            Why::Exists => {
                self.kept = refusal;
                self.flow.end(End::Hidden);
            }
            Why::Peek => self.create_again(asked_ms),
            Why::Unknown => self.flow.end(End::GaveUp),
            // What refused the creation says more than what refused the look at the list.
            Why::Refusal => self.flow.end(End::Refused { may_exist: true }),
        }
    }

    /// A page does not have our address.
    fn turn(&mut self, why: Why, turn: Turn, filtered: bool, asked_ms: Option<u32>) {
        match (turn, why) {
            (Turn::Again, _) => self.fail(asked_ms),
            (Turn::Next, _) => {
                self.flow.go_on_at_once(asked_ms);
                self.new_connection = !self.flow.is_sending();
            }
            // Whatever the filter left out may be ours.
            (Turn::CleanEnd | Turn::DirtyEnd, _) if filtered => {
                self.listing.widen();
                self.flow.go_on_at_once(asked_ms);
            }
            (Turn::CleanEnd | Turn::DirtyEnd, Why::Peek) => self.create_again(asked_ms),
            (Turn::DirtyEnd, _) => {
                self.listing.rewind();
                self.fail(asked_ms);
            }
            (Turn::CleanEnd, _) if !self.listing.agree(&self.flow.policy) => {
                self.flow.go_on(self.flow.tries.settle(&self.flow.policy, asked_ms));
            }
            (Turn::CleanEnd, Why::Exists) => {
                self.flow.tries.fail();
                if self.is_spent(0) {
                    self.flow.end(End::Hidden);
                } else {
                    self.create_again(asked_ms);
                }
            }
            (Turn::CleanEnd, Why::Unknown) => self.flow.end(End::GaveUp),
            (Turn::CleanEnd, Why::Refusal) => self.flow.end(End::Refused { may_exist: false }),
        }
    }

    fn fail(&mut self, asked_ms: Option<u32>) {
        self.flow.tries.fail();
        self.failed(false, asked_ms);
    }

    /// A call has failed, and counts as that. In a hurry, the same is sent again at once.
    fn failed(&mut self, hurry: bool, asked_ms: Option<u32>) {
        let goal = self.goal;
        match goal {
            Goal::Create => {
                self.tried = true;
                let peek = self.flow.policy.peek_after();
                if self.is_spent(0) {
                    self.look(Why::Unknown);
                } else if peek > 0 && self.flow.tries.failures() >= peek && !self.peeked {
                    self.peeked = true;
                    self.look(Why::Peek);
                }
            }
            Goal::List(Why::Peek) if self.is_spent(0) => self.look(Why::Unknown),
            Goal::List(Why::Peek) => self.goal = Goal::Create,
            Goal::List(why) => {
                if self.is_spent(self.flow.policy.last_look_ups()) {
                    self.flow.end(match why {
                        Why::Refusal => End::Refused { may_exist: true },
                        _ => End::GaveUp,
                    });
                    return;
                }
            }
        }
        if hurry && self.goal == goal {
            self.flow.go_on_at_once(asked_ms);
        } else {
            self.flow.go_on_later(asked_ms);
        }
    }

    /// Whether all failures are spent, and so many more.
    fn is_spent(&self, more: u8) -> bool {
        self.flow.tries.failures() >= self.flow.policy.failures().saturating_add(more)
    }

    fn create_again(&mut self, asked_ms: Option<u32>) {
        self.goal = Goal::Create;
        self.flow.go_on_later(asked_ms);
    }

    fn look(&mut self, why: Why) {
        self.goal = Goal::List(why);
        self.listing.restart();
    }

    fn end_with(&mut self, id: Option<Kept>, end: End) {
        self.flow.end(if id.is_some() { end } else { End::IdTooLong });
        self.kept = KeptRefusal { code: id.unwrap_or_default(), ..KeptRefusal::default() };
    }
}
