# Service levels and business hours of Platform Service Levels (version 1.0).
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

$levels->{'platform-hosting Platform Incident'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 60 },
};

$levels->{'platform-hosting Question'} = {
    Timezone => 'Europe/Berlin',
    BusinessHours => 'platform-hosting Office Hours',
    Starts => { BusinessMinutes => 0 },
    Response => { BusinessMinutes => 480 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'platform-hosting Office Hours' => {
        1 => { Name => 'Monday', Start => '09:00', End => '17:00' },
        2 => { Name => 'Tuesday', Start => '09:00', End => '17:00' },
        3 => { Name => 'Wednesday', Start => '09:00', End => '17:00' },
        4 => { Name => 'Thursday', Start => '09:00', End => '17:00' },
        5 => { Name => 'Friday', Start => '09:00', End => '17:00' },
        holidays => [
            '2027-01-01', '2027-03-08', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-17',
            '2027-10-03', '2027-12-25', '2027-12-26', '2028-01-01', '2028-03-08', '2028-04-14', '2028-04-17',
            '2028-05-01', '2028-05-25', '2028-06-05', '2028-06-17', '2028-10-03', '2028-12-25', '2028-12-26',
        ],
    },
);

1;
