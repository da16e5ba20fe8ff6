# Service levels and business hours of Help Desk Service Level Agreement (HD-2027, version 1.0).
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

$levels->{'HD-2027 P1'} = {
    Timezone => 'America/New_York',
    BusinessHours => 'HD-2027 Business Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(90), IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { BusinessMinutes => 960, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'HD-2027 P2'} = {
    Timezone => 'America/New_York',
    BusinessHours => 'HD-2027 Business Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(90), IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { BusinessMinutes => 0, RealMinutes => 40320, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'HD-2027 Improvement'} = {
    Starts => { RealMinutes => 0 },
    Resolve => { RealMinutes => 20160 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'HD-2027 Business Hours' => {
        1 => { Name => 'Monday', Start => '09:00', End => '17:00' },
        2 => { Name => 'Tuesday', Start => '09:00', End => '17:00' },
        3 => { Name => 'Wednesday', Start => '09:00', End => '17:00' },
        4 => { Name => 'Thursday', Start => '09:00', End => '17:00' },
        5 => { Name => 'Friday', Start => '09:00', End => '17:00' },
        holidays => [
            '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-06-19', '2027-07-04',
            '2027-07-05', '2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-25',
            '2027-12-31',
        ],
    },
);

1;
