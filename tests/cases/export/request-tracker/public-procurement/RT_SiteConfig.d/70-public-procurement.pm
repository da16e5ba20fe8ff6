# Service levels and business hours of Marché de services informatiques (version 1.0).
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

$levels->{'public-procurement Maintenance Service Unusable'} = {
    Timezone => 'Europe/Paris',
    BusinessHours => 'public-procurement Jours Ouvrés',
    Starts => { BusinessMinutes => 0 },
    Resolve => { $business->(480), IgnoreOnStatuses => [ 'statuses_1003' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

Set( %ServiceAgreements, %agreements );

Set( %ServiceBusinessHours,
    'public-procurement Jours Ouvrés' => {
        1 => { Name => 'Monday', Start => '09:00', End => '18:00' },
        2 => { Name => 'Tuesday', Start => '09:00', End => '18:00' },
        3 => { Name => 'Wednesday', Start => '09:00', End => '18:00' },
        4 => { Name => 'Thursday', Start => '09:00', End => '18:00' },
        5 => { Name => 'Friday', Start => '09:00', End => '18:00' },
        holidays => [
            '2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-07-14',
            '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25', '2028-01-01', '2028-04-17', '2028-05-01',
            '2028-05-08', '2028-05-25', '2028-06-05', '2028-07-14', '2028-08-15', '2028-11-01', '2028-11-11',
            '2028-12-25',
        ],
    },
);

1;
