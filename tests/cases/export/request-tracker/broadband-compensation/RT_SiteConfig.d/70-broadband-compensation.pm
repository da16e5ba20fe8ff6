# Service levels and business hours of Broadband Service Terms (version 2027-04-01).
# Written by `servanda export`; change the agreement, not this file.
use utf8;

# Of several files that set levels RT would keep the first one's only: these are added to those.
my %agreements = RT->Config->Get('ServiceAgreements');
my $levels = $agreements{Levels} ||= {};

# RT ends a business time with the second after it, so that what is used up with closing time would end at the next
# opening. The last second counts as real time here: it ends with closing time.
my $business = sub {
    my $minutes = shift;
    return ( BusinessMinutes => $minutes - 0.01, RealMinutes => 1 / 60 );
};

$levels->{'broadband-compensation Loss'} = {
    Timezone => 'Europe/London',
    BusinessHours => 'broadband-compensation Working Days',
    Starts => { BusinessMinutes => 0 },
    Resolve => { BusinessMinutes => 2880, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'broadband-compensation Activation'} = {
    Starts => { RealMinutes => 0 },
    Resolve => { RealMinutes => 1440 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'broadband-compensation Working Days' => {
        1 => { Name => 'Monday', Start => '00:00', End => '00:00' },
        2 => { Name => 'Tuesday', Start => '00:00', End => '00:00' },
        3 => { Name => 'Wednesday', Start => '00:00', End => '00:00' },
        4 => { Name => 'Thursday', Start => '00:00', End => '00:00' },
        5 => { Name => 'Friday', Start => '00:00', End => '00:00' },
        holidays => [
            '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28',
            '2028-01-01', '2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28',
            '2028-12-25', '2028-12-26', '2029-01-01', '2029-03-30',
        ],
    },
);

1;
