# Varnish 7 as the shared cache in front of Dragoman: docs/container.md says how, docs/decisions/0009-shared-cache.md why.
#
# varnishd -f default.vcl -a http=:8080 -a purge=:8081 -p http_gzip_support=off -p http_range_support=off \
#     -p vcc_allow_inline_c=on
#
# Without gzip and range support, because the origin compresses by itself, each coding with an ETag of its own, and
# answers no ranges: what Varnish does there would be neither the origin's bytes nor its headers.

vcl 4.1;

import std;

C{
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What preflights said, for the ten seconds after: to ask the cache for each request's again would take a restart,
 * a quarter of an answer's cost. A header that falls on another one's slot takes it. */
#define SLOTS 4096
#define SECONDS 10

struct preference {
    time_t until;
    const char *canonical, *matches;
    char key[];
};

static struct preference *preferences[SLOTS];
static pthread_rwlock_t preferences_lock = PTHREAD_RWLOCK_INITIALIZER;
static const struct gethdr_s preference_key = { HDR_REQ, "\013Preference:" };
static const struct gethdr_s canonical_languages = { HDR_REQ, "\024Canonical-Languages:" };
static const struct gethdr_s language_matches = { HDR_REQ, "\021Language-Matches:" };

static struct preference **preference_slot(const char *key) {
    unsigned hash = 2166136261u;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 16777619u;
    return &preferences[hash % SLOTS];
}

static void recall_preference(VRT_CTX) {
    const char *key = VRT_GetHdr(ctx, &preference_key);
    struct preference *known;
    if (key == NULL || pthread_rwlock_tryrdlock(&preferences_lock))
        return;
    known = *preference_slot(key);
    if (known && known->until > time(NULL) && !strcmp(known->key, key)) {
        VRT_SetHdr(ctx, &canonical_languages, NULL, TOSTRAND(known->canonical));
        VRT_SetHdr(ctx, &language_matches, NULL, TOSTRAND(known->matches));
    }
    pthread_rwlock_unlock(&preferences_lock);
}

static void remember_preference(VRT_CTX) {
    const char *key = VRT_GetHdr(ctx, &preference_key);
    const char *canonical = VRT_GetHdr(ctx, &canonical_languages);
    const char *matches = VRT_GetHdr(ctx, &language_matches);
    struct preference *known, **slot;
    char *end;
    if (key == NULL || canonical == NULL || matches == NULL)
        return;
    known = malloc(sizeof *known + strlen(key) + strlen(canonical) + strlen(matches) + 3);
    if (known == NULL)
        return;
    known->until = time(NULL) + SECONDS;
    end = stpcpy(known->key, key) + 1;
    known->canonical = end;
    end = stpcpy(end, canonical) + 1;
    known->matches = end;
    strcpy(end, matches);
    slot = preference_slot(key);
    pthread_rwlock_wrlock(&preferences_lock);
    free(*slot);
    *slot = known;
    pthread_rwlock_unlock(&preferences_lock);
}

static void forget_preferences(void) {
    unsigned number;
    pthread_rwlock_wrlock(&preferences_lock);
    for (number = 0; number < SLOTS; number++) {
        free(preferences[number]);
        preferences[number] = NULL;
    }
    pthread_rwlock_unlock(&preferences_lock);
}
}C

backend app {
    .host = "app";
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 30s;
}

# Who may say that something has changed. Besides, only the socket named "purge" hears it: publish the other one.
acl purgers {
    "127.0.0.0"/8;
    "::1";
    "10.0.0.0"/8;
    "172.16.0.0"/12;
    "192.168.0.0"/16;
    "fc00::"/7;
}

sub vcl_recv {
    if (req.method == "BAN") {
        call forget;
    }
    if (req.restarts > 0) {
        return (hash);
    }
    unset req.http.Preflight-For;
    unset req.http.Preference;
    unset req.http.Canonical-Languages;
    unset req.http.Language-Matches;
    unset req.http.Readers-Languages;
    if ((req.method != "GET" && req.method != "HEAD") || req.url ~ "^/health/") {
        return (pass);
    }
    std.collect(req.http.Accept);
    std.collect(req.http.Accept-Encoding);
    std.collect(req.http.Accept-Language);
    std.collect(req.http.If-None-Match);
    call normalize_accept;
    call normalize_accept_encoding;
    if (req.http.Accept-Language && req.http.Accept-Language ~ "^.{513}") {
        return (pass);
    }
    call prepare_preflight;
    return (hash);
}

sub vcl_fini {
    C{ forget_preferences(); }C
    return (ok);
}

# One change a request: BAN / with a Cache-Tag, or with "everything".
sub forget {
    if (local.socket != "purge" || client.ip !~ purgers) {
        return (synth(405, "Not Allowed"));
    }
    if (req.http.Cache-Tag == "everything") {
        ban("obj.status != 0");
    } elseif (req.http.Cache-Tag ~ "^(site|article:[A-Za-z0-9._~%-]+)$") {
        ban("obj.http.Cache-Tag == " + req.http.Cache-Tag);
    } else {
        return (synth(400, "Unknown Cache-Tag"));
    }
    C{ forget_preferences(); }C
    return (synth(200, "Forgotten"));
}

# Browsers name a dozen types, each its own; of what the origin has they take pages before all else.
sub normalize_accept {
    if (req.http.Accept ~ "^[ \t]*\*/\*[ \t]*$") {
        unset req.http.Accept;
    } elseif (req.http.Accept ~ "^text/html,application/xhtml\+xml,.*\*/\*;q=0\.8"
        && req.http.Accept !~ "(?i)json|markdown|plain|text/\*|application/\*|text/html;") {
        set req.http.Accept = "text/html, */*;q=0.8";
    }
}

# Only where no weight and no "*" is in it: those are rare, and the origin knows what they mean.
sub normalize_accept_encoding {
    if (req.http.Accept-Encoding && req.http.Accept-Encoding !~ "[;*]") {
        if (req.http.Accept-Encoding ~ "(?i)(^|[, \t])zstd([, \t]|$)") {
            set req.http.Accept-Encoding = "zstd";
        } elseif (req.http.Accept-Encoding ~ "(?i)(^|[, \t])br([, \t]|$)") {
            set req.http.Accept-Encoding = "br";
        } elseif (req.http.Accept-Encoding ~ "(?i)(^|[, \t])gzip([, \t]|$)") {
            set req.http.Accept-Encoding = "gzip";
        } else {
            unset req.http.Accept-Encoding;
        }
    }
}

# Asks the origin's own matcher what the reader's languages come to. Not for addresses that do not negotiate, and not
# where the query counts before the header or makes it count otherwise; a name in it that is percent-encoded may be
# one of these.
sub prepare_preflight {
    if (req.http.Accept-Language
        && (req.url ~ "^/articles/[^/?]+$"
            || (req.url !~ "[?&](lang=|fallback=|[^=&]*%)"
                && req.url !~ "^/(docs|openapi\.json|problems|negotiation)([/?]|$)"
                && req.url !~ "^/articles/[^/?]+/"))) {
        set req.http.Preference = "/negotiation " + req.http.Accept-Language;
        if (req.url ~ "^/(people|places)/[^/?]+([?]|$)") {
            set req.http.Preference = "/negotiation?names=true " + req.http.Accept-Language;
        }
        C{ recall_preference(ctx); }C
        if (req.http.Canonical-Languages) {
            call apply_preference;
        } else {
            set req.http.Preflight-For = req.url;
            set req.url = regsub(req.http.Preference, " .*$", "");
        }
    }
}

sub apply_preference {
    set req.http.Readers-Languages = req.http.Accept-Language;
    set req.http.Accept-Language = req.http.Canonical-Languages;
}

# Without the host, on which no answer depends. A preflight's header is part of its key, and not left to Vary, because
# variants of one key are searched one by one.
sub vcl_hash {
    hash_data(req.url);
    if (req.http.Preflight-For) {
        hash_data(req.http.Accept-Language);
    }
    return (lookup);
}

sub vcl_backend_fetch {
    if (bereq.http.Preflight-For) {
        # A preflight depends on the languages alone.
        unset bereq.http.Accept;
        unset bereq.http.Accept-Encoding;
        unset bereq.http.If-None-Match;
        set bereq.http.Preflight-For = "yes";
    }
    unset bereq.http.Preference;
    unset bereq.http.Canonical-Languages;
    unset bereq.http.Language-Matches;
    unset bereq.http.Readers-Languages;
}

# What has a tag is kept until its change is told, or until it changes by itself. Cache-Control is for the caches behind
# this one.
sub vcl_backend_response {
    if (bereq.http.Preflight-For) {
        call shorten_preflight;
    }
    if (beresp.http.Cache-Tag
        && (beresp.status == 200 || beresp.status == 308)
        && beresp.http.Cache-Control !~ "(?i)no-store|private") {
        set beresp.ttl = 1d;
        set beresp.grace = 0s;
        if (beresp.http.Changes-At) {
            set beresp.ttl = std.time(beresp.http.Changes-At, now) - now;
        }
        return (deliver);
    }
}

# The application does not answer. Its own problems say as much of themselves.
sub vcl_backend_error {
    set beresp.http.Content-Type = "application/problem+json";
    set beresp.http.Content-Language = "en";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Vary = "Accept, Accept-Language, Accept-Encoding";
    set beresp.http.Retry-After = "5";
    set beresp.body = """{"type":"/problems/server-busy","title":"The server has no connection free just now","status":503,"detail":"The application behind this cache does not answer; try again.","instance":"","code":"server-busy"}""";
    return (deliver);
}

# Nobody sees it: what is not there is not copied for each request.
sub shorten_preflight {
    unset beresp.http.Vary;
    unset beresp.http.Content-Language;
    unset beresp.http.Content-Location;
    unset beresp.http.Content-Type;
    unset beresp.http.ETag;
    unset beresp.http.Language-Match;
    unset beresp.http.Link;
    unset beresp.http.Date;
}

sub vcl_deliver {
    if (req.http.Preflight-For) {
        call apply_preflight;
        return (restart);
    }
    # Problems have texts in languages that no article need have, and are kept by nobody.
    if (resp.status >= 400 && resp.http.Content-Language && req.http.Readers-Languages) {
        set req.http.Accept-Language = req.http.Readers-Languages;
        unset req.http.Readers-Languages;
        unset req.http.Language-Matches;
        return (restart);
    }
    if (resp.http.Language-Match && req.http.Language-Matches) {
        call announce;
    }
    call find_known_version;
    # It is as fresh as the origin's own answer of this moment, unless it changes by itself: told otherwise, caches
    # behind would let it expire too early.
    if (!resp.http.Changes-At) {
        unset resp.http.Age;
        set resp.http.Date = now;
    }
    unset resp.http.Cache-Tag;
    unset resp.http.Changes-At;
}

# Where the preflight failed the reader's own header goes to the origin: slower, never wrong.
sub apply_preflight {
    if (resp.status == 200 && resp.http.Canonical-Accept-Language) {
        set req.http.Canonical-Languages = resp.http.Canonical-Accept-Language;
        set req.http.Language-Matches = resp.http.Language-Matches;
        C{ remember_preference(ctx); }C
        call apply_preference;
    }
    set req.url = req.http.Preflight-For;
    unset req.http.Preflight-For;
}

# Varnish compares If-None-Match as one tag: of a list it is to see the one that fits, and "*" is any. What
# is not sent has no type: Varnish would leave that in a 304.
sub find_known_version {
    if (req.http.If-None-Match && resp.http.ETag && resp.status == 200) {
        set req.http.Known-Version = resp.http.ETag + "#" + req.http.If-None-Match;
        if (req.http.Known-Version ~ {"^("[^"]*")#(.*[, \t])?(W/)?\1[ \t]*(,.*)?$"}
            || req.http.If-None-Match ~ "^[ \t]*\*[ \t]*$") {
            set req.http.If-None-Match = resp.http.ETag;
            unset resp.http.Content-Type;
            unset resp.http.Content-Language;
        }
    }
}

# Language-Matches is |nl=exact;range="nl"|en=default|, and what is served is one of these.
sub announce {
    set resp.http.Language-Match = regsub(resp.http.Content-Language + "#" + req.http.Language-Matches,
        "^([^#]+)#.*\|\1=([^|]*)\|.*$", "\2");
}
