# Service levels and business hours of "Support" and  'Availability': 100% & more \n 🛎️ (+49 (0) 30; -1; "ref", version 1.0).
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

$levels->{'+49 (0) 30; -1; "ref" no'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 15, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    KeepInLoop => { RealMinutes => 30, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { RealMinutes => 240, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'+49 (0) 30; -1; "ref" 1e3'} = {
    Timezone => 'Europe/Berlin',
    BusinessHours => "+49 (0) 30; -1; \"ref\" Büro \"9–5\" \$(reboot) `id` \\ 'x', 😀;\x{A}line two",
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(120), IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    KeepInLoop => { $business->(480), IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { BusinessMinutes => 960, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'+49 (0) 30; -1; "ref" P3: \'low\' # not a comment'} = {
    Timezone => 'Europe/Berlin',
    BusinessHours => "+49 (0) 30; -1; \"ref\" Büro \"9–5\" \$(reboot) `id` \\ 'x', 😀;\x{A}line two",
    Starts => { BusinessMinutes => 0 },
    Response => { BusinessMinutes => 480, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { BusinessMinutes => 4800, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{"+49 (0) 30; -1; \"ref\" U \"x\" OR 1 # \\ '\x{A}```<b>*x* [y](z) \$(i) 👤"} = {
    Starts => { RealMinutes => 0 },
    Resolve => { RealMinutes => 480 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    "+49 (0) 30; -1; \"ref\" Büro \"9–5\" \$(reboot) `id` \\ 'x', 😀;\x{A}line two" => {
        1 => { Name => 'Monday', Start => '09:00', End => '17:00' },
        2 => { Name => 'Tuesday', Start => '09:00', End => '17:00' },
        3 => { Name => 'Wednesday', Start => '09:00', End => '17:00' },
        4 => { Name => 'Thursday', Start => '09:00', End => '17:00' },
        5 => { Name => 'Friday', Start => '09:00', End => '17:00' },
        holidays => [
            '2027-01-01', '2027-03-08', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17',
            '2027-10-03', '2027-12-24', '2027-12-25', '2027-12-26', '2027-12-31',
        ],
    },
);

1;
