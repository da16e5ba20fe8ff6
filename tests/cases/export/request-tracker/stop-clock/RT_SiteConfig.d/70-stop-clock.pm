# Service levels and business hours of Network Services, Service Levels (version 1.0).
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

$levels->{'stop-clock Outage'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 15, IgnoreOnStatuses => [ 'stalled', 'statuses_1003', 'statuses_1004', 'statuses_1005', 'statuses_1007' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { RealMinutes => 240, IgnoreOnStatuses => [ 'stalled', 'statuses_1003', 'statuses_1004', 'statuses_1005', 'statuses_1007' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'stop-clock Fault'} = {
    Starts => { RealMinutes => 0 },
    Response => { RealMinutes => 60, IgnoreOnStatuses => [ 'stalled', 'statuses_1003', 'statuses_1004', 'statuses_1005', 'statuses_1007' ], ExcludeTimeOnIgnoredStatuses => 1 },
    Resolve => { RealMinutes => 1440, IgnoreOnStatuses => [ 'stalled', 'statuses_1003', 'statuses_1004', 'statuses_1005', 'statuses_1007' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

Set( %ServiceAgreements, %agreements );

1;
