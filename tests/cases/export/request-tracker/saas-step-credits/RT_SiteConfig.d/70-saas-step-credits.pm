# Service levels and business hours of Cloud Service Levels (version 1.0).
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

$levels->{'saas-step-credits Critical'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 60 },
};

$levels->{'saas-step-credits Other'} = {
    Timezone => 'America/New_York',
    BusinessHours => 'saas-step-credits Business Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { $business->(480) },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'saas-step-credits Business Hours' => {
        1 => { Name => 'Monday', Start => '08:00', End => '18:00' },
        2 => { Name => 'Tuesday', Start => '08:00', End => '18:00' },
        3 => { Name => 'Wednesday', Start => '08:00', End => '18:00' },
        4 => { Name => 'Thursday', Start => '08:00', End => '18:00' },
        5 => { Name => 'Friday', Start => '08:00', End => '18:00' },
        holidays => [
            '2027-01-01', '2027-01-18', '2027-02-15', '2027-04-19', '2027-05-31', '2027-06-19', '2027-07-04',
            '2027-07-05', '2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-25', '2028-01-01',
            '2028-01-17', '2028-02-21', '2028-04-17', '2028-05-29', '2028-06-19', '2028-07-04', '2028-09-04',
            '2028-10-09', '2028-11-11', '2028-11-23', '2028-12-25',
        ],
    },
);

1;
