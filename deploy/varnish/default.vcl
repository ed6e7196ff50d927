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

/* What each request would do with a restart, regular expressions and many headers takes a third of an answer's cost.
 *
 * What preflights said is kept for the ten seconds after. A header that falls on another one's slot takes it. The names
 * of people and places may be in other languages than articles: their preferences are others. */
#define SLOTS 4096
#define SECONDS 10

struct preference {
    time_t until;
    int of_names;
    const char *canonical, *matches;
    char languages[];
};

static struct preference *preferences[SLOTS];
static pthread_rwlock_t preferences_lock = PTHREAD_RWLOCK_INITIALIZER;
static const struct gethdr_s accept_language = { HDR_REQ, "\020Accept-Language:" };
static const struct gethdr_s told_canonical = { HDR_RESP, "\032Canonical-Accept-Language:" };
static const struct gethdr_s told_matches = { HDR_RESP, "\021Language-Matches:" };
static const struct gethdr_s content_language = { HDR_RESP, "\021Content-Language:" };
static const struct gethdr_s language_match = { HDR_RESP, "\017Language-Match:" };
static const struct gethdr_s cache_tag = { HDR_RESP, "\012Cache-Tag:" };
static const struct gethdr_s changes_at = { HDR_RESP, "\013Changes-At:" };
static const struct gethdr_s date = { HDR_RESP, "\005Date:" };
static const struct gethdr_s age = { HDR_RESP, "\004Age:" };

static struct preference **preference_slot(const char *languages, int of_names) {
    unsigned hash = 2166136261u + of_names;
    for (; *languages; languages++)
        hash = (hash ^ (unsigned char)*languages) * 16777619u;
    return &preferences[hash % SLOTS];
}

/* What is known of this request's reader: no headers, of which each costs a search through all. */
enum { LANGUAGES, MATCHES, OF_A_READER };

static struct strands *reader_of(VRT_CTX) {
    struct vmod_priv *task = VRT_priv_task_get(ctx, preferences);
    return task ? task->priv : NULL;
}

static void set_preference(VRT_CTX, const char *languages, const char *canonical, const char *matches) {
    struct vmod_priv *task = VRT_priv_task(ctx, preferences);
    struct strands *reader = VRT_AllocStrandsWS(ctx->ws, OF_A_READER);
    if (task == NULL || reader == NULL)
        return;
    reader->p[LANGUAGES] = languages;
    reader->p[MATCHES] = VRT_StrandsWS(ctx->ws, NULL, TOSTRAND(matches));
    task->priv = reader;
    if (strcmp(languages, canonical))
        VRT_SetHdr(ctx, &accept_language, NULL, TOSTRAND(canonical));
}

static int recall_preference(VRT_CTX, int of_names) {
    const char *languages = VRT_GetHdr(ctx, &accept_language);
    struct preference *known;
    int is_known;
    if (languages == NULL || pthread_rwlock_tryrdlock(&preferences_lock))
        return 0;
    known = *preference_slot(languages, of_names);
    is_known = known && known->of_names == of_names && known->until > ctx->now && !strcmp(known->languages, languages);
    if (is_known)
        set_preference(ctx, languages, known->canonical, known->matches);
    pthread_rwlock_unlock(&preferences_lock);
    return is_known;
}

/* Where the preflight failed the reader's own header goes to the origin: slower, never wrong. */
static void take_preference(VRT_CTX, int of_names) {
    const char *languages = VRT_GetHdr(ctx, &accept_language);
    const char *canonical = VRT_GetHdr(ctx, &told_canonical);
    const char *matches = VRT_GetHdr(ctx, &told_matches);
    struct preference *known, **slot;
    char *end;
    if (languages == NULL || canonical == NULL || matches == NULL)
        return;
    known = malloc(sizeof *known + strlen(languages) + strlen(canonical) + strlen(matches) + 3);
    if (known != NULL) {
        known->until = ctx->now + SECONDS;
        known->of_names = of_names;
        end = stpcpy(known->languages, languages) + 1;
        known->canonical = end;
        end = stpcpy(end, canonical) + 1;
        known->matches = end;
        strcpy(end, matches);
        slot = preference_slot(languages, of_names);
        pthread_rwlock_wrlock(&preferences_lock);
        free(*slot);
        *slot = known;
        pthread_rwlock_unlock(&preferences_lock);
    }
    set_preference(ctx, languages, canonical, matches);
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

static int restore_languages(VRT_CTX) {
    struct strands *reader = reader_of(ctx);
    if (reader == NULL)
        return 0;
    VRT_SetHdr(ctx, &accept_language, NULL, TOSTRAND(reader->p[LANGUAGES]));
    VRT_priv_task_get(ctx, preferences)->priv = NULL;
    return 1;
}

static int may_be_kept(VRT_CTX) {
    const char *method = VRT_r_req_method(ctx), *languages = VRT_GetHdr(ctx, &accept_language);
    return (!strcmp(method, "GET") || !strcmp(method, "HEAD")) && strncmp(VRT_r_req_url(ctx), "/health/", 8)
        && (languages == NULL || strlen(languages) <= 512);
}

static int is_article(const char *url) {
    return !strncmp(url, "/articles/", 10) && url[10] && !url[10 + strcspn(url + 10, "/?")];
}

/* Language-Matches is |nl=exact;range="nl"|en=default|, and what is served is one of these. */
static void announce(VRT_CTX) {
    struct strands *reader = reader_of(ctx);
    const char *match = reader ? reader->p[MATCHES] : NULL, *kept = match ? VRT_GetHdr(ctx, &language_match) : NULL;
    const char *language = kept ? VRT_GetHdr(ctx, &content_language) : NULL;
    size_t size = language ? strlen(language) : 0, length;
    char text[1024];
    for (; size && match && *match; match = strchr(match + 1, '|')) {
        if (strncmp(match + 1, language, size) || match[size + 1] != '=')
            continue;
        match += size + 2;
        length = strcspn(match, "|");
        if (length < sizeof text && (strncmp(match, kept, length) || kept[length])) {
            memcpy(text, match, length);
            text[length] = 0;
            VRT_SetHdr(ctx, &language_match, NULL, TOSTRAND(text));
        }
        return;
    }
}

static void date_now(VRT_CTX) {
    static __thread time_t second;
    static __thread char text[32];
    time_t now = ctx->now;
    struct tm parts;
    if (now != second) {
        strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", gmtime_r(&now, &parts));
        second = now;
    }
    VRT_SetHdr(ctx, &date, NULL, TOSTRAND(text));
}

/* It is as fresh as the origin's own answer of this moment, unless it changes by itself: told otherwise, caches behind
 * would let it expire too early. */
static void address_to_reader(VRT_CTX) {
    announce(ctx);
    VRT_UnsetHdr(ctx, &cache_tag);
    if (VRT_GetHdr(ctx, &changes_at)) {
        VRT_UnsetHdr(ctx, &changes_at);
    } else {
        VRT_UnsetHdr(ctx, &age);
        date_now(ctx);
    }
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
    std.collect(req.http.Accept-Language);
    C{
        if (!may_be_kept(ctx)) {
            VRT_handling(ctx, VCL_RET_PASS);
            return;
        }
    }C
    std.collect(req.http.Accept);
    std.collect(req.http.Accept-Encoding);
    if (req.http.Accept) {
        call normalize_accept;
    }
    if (req.http.Accept-Encoding) {
        call normalize_accept_encoding;
    }
    # What is asked for most needs none of the regular expressions.
    C{
        if (is_article(VRT_r_req_url(ctx)) && recall_preference(ctx, 0)) {
            VRT_handling(ctx, VCL_RET_HASH);
            return;
        }
    }C
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
    if (req.http.Accept == "*/*") {
        unset req.http.Accept;
    } elseif (req.http.Accept ~ "^text/html,application/xhtml\+xml,.*\*/\*;q=0\.8"
        && req.http.Accept !~ "(?i)json|markdown|plain|text/\*|application/\*|text/html;") {
        set req.http.Accept = "text/html, */*;q=0.8";
    }
}

# Only where no weight and no "*" is in it: those are rare, and the origin knows what they mean.
sub normalize_accept_encoding {
    if (req.http.Accept-Encoding !~ "[;*]") {
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
        if (req.url ~ "^/p(eople|laces)/[^/?]+([?]|$)") {
            C{ if (recall_preference(ctx, 1)) return; }C
            set req.http.Preflight-For = req.url;
            set req.url = "/negotiation?names=true";
        } else {
            C{ if (recall_preference(ctx, 0)) return; }C
            set req.http.Preflight-For = req.url;
            set req.url = "/negotiation";
        }
    }
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
    if (resp.status >= 400 && resp.http.Content-Language) {
        C{
            if (restore_languages(ctx)) {
                VRT_handling(ctx, VCL_RET_RESTART);
                return;
            }
        }C
    }
    C{ address_to_reader(ctx); }C
    if (req.http.If-None-Match && resp.http.ETag && resp.status == 200) {
        call find_known_version;
    }
}

sub apply_preflight {
    if (resp.status == 200) {
        if (req.url == "/negotiation") {
            C{ take_preference(ctx, 0); }C
        } else {
            C{ take_preference(ctx, 1); }C
        }
    }
    set req.url = req.http.Preflight-For;
    unset req.http.Preflight-For;
}

# Varnish compares If-None-Match as one tag: of a list it is to see the one that fits, and "*" is any. What
# is not sent has no type: Varnish would leave that in a 304.
sub find_known_version {
    std.collect(req.http.If-None-Match);
    set req.http.Known-Version = resp.http.ETag + "#" + req.http.If-None-Match;
    if (req.http.Known-Version ~ {"^("[^"]*")#(.*[, \t])?(W/)?\1[ \t]*(,.*)?$"}
        || req.http.If-None-Match ~ "^[ \t]*\*[ \t]*$") {
        set req.http.If-None-Match = resp.http.ETag;
        unset resp.http.Content-Type;
        unset resp.http.Content-Language;
    }
}
