# request_tracker.pl FOLDER: what Request Tracker makes of the tickets that come as JSON on standard input.
#
# FOLDER/conf.d holds configurations as `servanda export` writes them, FOLDER/initialdata the data to insert. Here
# they get a database of their own, through RT's own `rt-setup-database`; RT's clock is set to the moment of each
# event, since it takes the time of a reply or of a status from nowhere else. In: {"tickets": [{"queue", "level",
# "created", "answered", "pauses": [[from, to or null]]}]}, moments as seconds since 1970. Out: {"levels": names, "tickets":
# [{"level", "starts", "due"}]}, a date that is not set being null.
use strict;
use warnings;

our $now;
my $folder;

# Runs RT's own set-up; its words are shown where it fails.
sub setup {
    open my $run, '-|', 'sh', '-c', 'exec rt-setup-database-5 "$@" 2>&1', 'sh', @_ or die "rt-setup-database-5: $!";
    my $words = join '', <$run>;
    close $run or die "rt-setup-database-5 @_:\n$words";
}

BEGIN {
    $folder = shift @ARGV or die "usage: request_tracker.pl FOLDER";
    *CORE::GLOBAL::time = sub () { defined $now ? $now : CORE::time() };
    *CORE::GLOBAL::gmtime = sub (;$) { CORE::gmtime( @_ ? $_[0] : defined $now ? $now : CORE::time() ) };

    $ENV{RT_SITE_CONFIG}     = "$folder/RT_SiteConfig.pm";
    $ENV{RT_SITE_CONFIG_DIR} = "$folder/conf.d";
    open my $config, '>', $ENV{RT_SITE_CONFIG} or die "$ENV{RT_SITE_CONFIG}: $!";
    print {$config} <<"CONFIG";
Set(\$rtname, 'example');
Set(\$Organization, 'example.org');
Set(\$Timezone, 'UTC');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$folder/rt.sqlite');
Set(\$MailCommand, 'testfile');
Set(\$LogToSyslog, undef);
Set(\@InitialdataFormatHandlers, 'perl', 'RT::Initialdata::JSON');
Set(\$LogToSTDERR, 'error');
CONFIG
    close $config or die "$ENV{RT_SITE_CONFIG}: $!";

    unlink "$folder/rt.sqlite";
    setup('--action', 'init');
    setup('--action', 'insert', '--datafile', $_) for glob "$folder/initialdata/*";
}

use lib '/usr/share/request-tracker5/lib';
use JSON ();
use RT -init;

my $asked = JSON::decode_json( do { local $/; <STDIN> } );

# Mails and the rest of a ticket's life cost time and change no date.
my $scrips = RT::Scrips->new( RT->SystemUser );
$scrips->UnLimit;
while ( my $scrip = $scrips->Next ) {
    $scrip->SetDisabled(1) if ( $scrip->Description || '' ) !~ /SLA/;
}

# Only what somebody outside wrote awaits a response.
my $customer = RT::User->new( RT->SystemUser );
$customer->Create( Name => 'customer', EmailAddress => 'customer@example.org', Privileged => 0 );
my $everyone = RT::Group->new( RT->SystemUser );
$everyone->LoadSystemInternalGroup('Everyone');
$everyone->PrincipalObj->GrantRight( Right => 'CreateTicket', Object => RT->System );

sub date {
    my $unix = shift->Unix;
    return $unix > 0 ? $unix + 0 : undef;
}

my @answers;
for my $event ( @{ $asked->{tickets} } ) {
    my $queue = RT::Queue->new( RT->SystemUser );
    $queue->Load( $event->{queue} );
    $queue->id or die "no queue $event->{queue}";

    $now = $event->{created};
    my ( $id, undef, $why ) = RT::Ticket->new( RT::CurrentUser->new($customer) )->Create(
        Queue     => $queue->id,
        Subject   => 'example',
        Requestor => $customer->id,
        SLA       => $event->{level},
    );
    $id or die "no ticket: $why";
    load($id)->Correspond( Content => 'Seen.' ) if $event->{answered};
    for my $pause ( @{ $event->{pauses} } ) {
        my $status = 'stalled';
        for my $moment (@$pause) {
            last if !defined $moment;
            $now = $moment;
            my $ticket = load($id);
            my ( $done, $words ) = $ticket->SetStatus($status);
            $done or die "ticket $id: $words";
            $status = 'open';
        }
    }
    my $ticket = load($id);
    push @answers, { level => $ticket->SLA, starts => date( $ticket->StartsObj ), due => date( $ticket->DueObj ) };
}

sub load {
    my $ticket = RT::Ticket->new( RT->SystemUser );
    $ticket->Load(shift);
    return $ticket;
}

my $levels = RT->Config->Get('ServiceAgreements')->{Levels};
print JSON->new->utf8->canonical->encode( { levels => [ sort keys %$levels ], tickets => \@answers } );
