# Service levels and business hours of Information Technology Services to Faculties (version 1.0).
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

$levels->{'university-it-desk Critical'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 60 },
    Resolve => { RealMinutes => 240, IgnoreOnStatuses => [ 'stalled', 'statuses_1004' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'university-it-desk Urgent'} = {
    Timezone => 'America/Los_Angeles',
    BusinessHours => 'university-it-desk Core Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(480) },
    Resolve => { $business->(960), IgnoreOnStatuses => [ 'stalled', 'statuses_1004' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'university-it-desk High'} = {
    Timezone => 'America/Los_Angeles',
    BusinessHours => 'university-it-desk Core Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(960) },
    Resolve => { $business->(1920), IgnoreOnStatuses => [ 'stalled', 'statuses_1004' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'university-it-desk Normal'} = {
    Timezone => 'America/Los_Angeles',
    BusinessHours => 'university-it-desk Core Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(1920) },
};

$levels->{'university-it-desk New Account'} = {
    Timezone => 'America/Los_Angeles',
    BusinessHours => 'university-it-desk Core Hours',
    Starts => { BusinessMinutes => 0 },
    Resolve => { BusinessMinutes => 1200 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'university-it-desk Core Hours' => {
        1 => { Name => 'Monday', Start => '07:30', End => '17:30' },
        2 => { Name => 'Tuesday', Start => '07:30', End => '17:30' },
        3 => { Name => 'Wednesday', Start => '07:30', End => '17:30' },
        4 => { Name => 'Thursday', Start => '07:30', End => '17:30' },
        5 => { Name => 'Friday', Start => '07:30', End => '17:30' },
        holidays => [
            '2027-01-01', '2027-01-18', '2027-02-15', '2027-03-31', '2027-05-31', '2027-06-18', '2027-06-19',
            '2027-07-04', '2027-07-05', '2027-09-06', '2027-10-29', '2027-11-11', '2027-11-25', '2027-11-26',
            '2027-12-24', '2027-12-25', '2027-12-27', '2027-12-28', '2027-12-29', '2027-12-30', '2027-12-31',
            '2028-01-01', '2028-01-17', '2028-02-15', '2028-02-21', '2028-03-31', '2028-05-29', '2028-06-19',
            '2028-07-04', '2028-09-04', '2028-10-17', '2028-11-10', '2028-11-11', '2028-11-23', '2028-11-24',
            '2028-12-25',
        ],
    },
);

1;
