//! No quantity's parser panics, and what it read is spelled so that it reads the same.
#![no_main]

#[path = "../repeatable.rs"]
mod repeatable;

use std::fmt::{Debug, Display};
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use servanda::evaluate::{Instant, holidays};
use servanda::model::{Currency, Date, Duration, Money, Number, Percent, TimeOfDay, Weekday, Zone};

fn stable<T: FromStr + Display + PartialEq + Debug>(text: &str)
where
    T::Err: Debug,
{
    if let Ok(value) = text.parse::<T>() {
        let spelled = value.to_string();
        let again = spelled.parse::<T>().unwrap_or_else(|error| panic!("{text:?} is spelled {spelled:?}: {error:?}"));
        assert_eq!(again, value);
        assert_eq!(again.to_string(), spelled);
    }
}

fuzz_target!(|text: &str| {
    stable::<Number>(text);
    stable::<Percent>(text);
    stable::<Duration>(text);
    stable::<Date>(text);
    stable::<TimeOfDay>(text);
    stable::<Currency>(text);
    stable::<Zone>(text);
    stable::<Instant>(text);
    let _ = text.parse::<Weekday>();
    let _ = holidays::Region::parse(text);
    if let Some((currency, amount)) = text.split_once(' ')
        && let (Ok(currency), Ok(amount)) = (currency.parse::<Currency>(), amount.parse::<Number>())
        && let Ok(money) = Money::from_major(amount, currency)
    {
        let major = money.major().parse().expect("a number of major units");
        assert_eq!(Money::from_major(major, currency), Ok(money));
    }
});
