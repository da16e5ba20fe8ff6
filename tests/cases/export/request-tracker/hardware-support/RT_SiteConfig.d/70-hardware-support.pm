# Service levels and business hours of Hardware Support (version 1.0).
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

$levels->{'hardware-support Repair Six S1'} = {
    Starts => { RealMinutes => 0 },
    Resolve => { RealMinutes => 360, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

$levels->{'hardware-support Repair Six S2'} = {
    Starts => { RealMinutes => 0 },
    Resolve => { RealMinutes => 360, IgnoreOnStatuses => [ 'stalled' ], ExcludeTimeOnIgnoredStatuses => 1 },
};

Set( %ServiceAgreements, %agreements );

1;
