package io.xuemeng.identity.hub;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A client of the national hub's own, older interface: 国家数字教育资源公共服务体系枢纽. Build one and share it between threads; it gets an
 * access token when it needs one and keeps it while it is good.
 *
 * <pre>{@code
 * HubClient hub = HubClient.at(URI.create("https://system.eduyun.cn/bmp-web"), HubCredentials.of(appId, appKey, sysCode)).build();
 * HubUser user = hub.validateTicket(ticket);
 * }</pre>
 *
 * <p>Every method throws {@link HubRefusedException} when the hub refuses, and {@link HubException} when it cannot be asked or
 * understood.
 */
public final class HubClient {

    /** How long clients keep an access token at most. */
    public static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofHours(2);

    /** An access token is not used in its last seconds: it must not end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private record AccessToken(String value, Instant until) {}

    private final HubConnection connection;
    private final HubCredentials credentials;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile @Nullable AccessToken accessToken;

    private HubClient(Builder builder) {
        this.connection = new HubConnection(builder.address, builder.client(), builder.timeLimit);
        this.credentials = builder.credentials;
        this.clock = builder.clock;
    }

    /**
     * A builder for a client.
     *
     * @param address what all paths stand below
     */
    public static Builder at(URI address, HubCredentials credentials) {
        return new Builder(address, credentials);
    }

    /** An access token that is good for a while; one request for all threads that need a new one. */
    public String accessToken() throws HubException {
        AccessToken known = accessToken;
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.value;
        }
        renewing.lock();
        try {
            AccessToken meanwhile = accessToken;
            if (meanwhile != null && clock.instant().isBefore(meanwhile.until)) {
                return meanwhile.value;
            }
            AccessToken renewed = requestAccessToken();
            accessToken = renewed;
            return renewed.value;
        } finally {
            renewing.unlock();
        }
    }

    /** Forgets the access token, so that the next request gets a new one: when the hub says that it is not good any more. */
    public void forgetAccessToken() {
        accessToken = null;
    }

    private AccessToken requestAccessToken() throws HubException {
        Instant now = clock.instant();
        String timeStamp = credentials.timeStamp(now);
        byte[] body = JsonWriter.compact(out -> out.startObject()
                .member("appId", credentials.appId())
                .member("timeStamp", timeStamp)
                .member("keyInfo", credentials.keyInfo(timeStamp))
                .member("sysCode", credentials.systemCode())
                .endObject());
        HubAnswer data =
                connection.post("/apigateway/getAccessToken", null, body).data();
        Duration lifetime = lifetime(data.find("validTime"), now);
        return new AccessToken(data.text("accessToken"), now.plus(lifetime).minus(MARGIN));
    }

    /** What {@code validTime} means is not published: a number this large is a date, a small one a number of seconds. */
    private static Duration lifetime(@Nullable String validTime, Instant now) {
        long number;
        try {
            number = validTime == null ? 0 : Long.parseLong(validTime);
        } catch (NumberFormatException e) {
            number = 0;
        }
        Duration stated;
        if (number >= 100_000_000_000L) {
            stated = Duration.between(now, Instant.ofEpochMilli(number));
        } else if (number >= 1_000_000_000L) {
            stated = Duration.between(now, Instant.ofEpochSecond(number));
        } else {
            stated = Duration.ofSeconds(number);
        }
        boolean sensible = stated.compareTo(Duration.ZERO) > 0 && stated.compareTo(LONGEST_TOKEN_LIFETIME) <= 0;
        return sensible ? stated : LONGEST_TOKEN_LIFETIME;
    }

    /** A ticket for a session of the hub's ({@code /userSession/createTicket}), to hand to another platform. */
    public String createTicket(String sessionId) throws HubException {
        HubAnswer answer = post("/userSession/createTicket", Map.of("usessionId", sessionId));
        return answer.hasObject("data") ? answer.data().text("ticket") : answer.text("ticket");
    }

    /** Whose ticket it is ({@code /userSession/validaTicket}, as the hub spells it): the person signed in at the hub. */
    public HubUser validateTicket(String ticket) throws HubException {
        return user(post("/userSession/validaTicket", Map.of("ticket", ticket)));
    }

    /** Who is signed in, in a session of the hub's ({@code /userSession/getLoginUserInfo}). */
    public HubUser loginUser(String sessionId) throws HubException {
        return user(post("/userSession/getLoginUserInfo", Map.of("usessionId", sessionId)));
    }

    private static HubUser user(HubAnswer answer) throws HubException {
        HubAnswer person = answer.hasObject("data") ? answer.data() : answer;
        if (person.hasObject("userInfo")) {
            person = person.object("userInfo");
        }
        String id = person.find("userId");
        String gender = person.find("gender");
        String identity = person.find("userIdentity");
        return new HubUser(
                id == null || id.isEmpty() ? person.text("personId") : id,
                person.find("name"),
                gender == null ? null : HubUser.Gender.ofCode(gender),
                identity == null ? null : HubIdentity.ofCode(identity).orElse(null),
                person.members());
    }

    /**
     * Makes sure that the hub has verified a person ({@code /userSession/validateSession}).
     *
     * @throws HubRefusedException with {@link HubError#NOT_VERIFIED} when it has not; its data say where the person can be verified
     */
    public void requireVerified(String userId, String loginAccount) throws HubException {
        HubAnswer answer = post("/userSession/validateSession", Map.of("userId", userId, "loginAccount", loginAccount));
        if (answer.members().isEmpty()) {
            throw new HubException("the hub did not answer whether the person is verified", null);
        }
    }

    /** A ticket, good once, with which a person is sent to the hub to sign in ({@code /oauth/createOauthTicket}). */
    public String createOauthTicket() throws HubException {
        HubAnswer answer = post("/oauth/createOauthTicket", Map.of());
        return answer.hasObject("data") ? answer.data().text("accessTicket") : answer.text("accessTicket");
    }

    /**
     * Where a person is sent to sign in at the hub ({@code /bmp-oauth}).
     *
     * @param oauthTicket what {@link #createOauthTicket()} gave
     * @param redirectUri where the hub sends the person back to
     */
    public URI signInPage(String oauthTicket, URI redirectUri) {
        return connection.address("/bmp-oauth?accessTicket=" + HubConnection.encoded(oauthTicket) + "&redirect_uri="
                + HubConnection.encoded(redirectUri.toString()));
    }

    /**
     * Any other interface of the hub, with the access token.
     *
     * @param path such as {@code /baseInfo/getOrgList}
     * @param body the request, a JSON object
     * @return all members of the answer, as they are written
     */
    public Map<String, RawJson> call(String path, RawJson body) throws HubException {
        if (!path.startsWith("/") || path.indexOf('?') >= 0 || !body.isObject()) {
            throw new IllegalArgumentException("a call has a path that begins with a slash, and a JSON object");
        }
        return connection
                .post(path, accessToken(), body.text().getBytes(StandardCharsets.UTF_8))
                .members();
    }

    private HubAnswer post(String path, Map<String, String> parameters) throws HubException {
        byte[] body = JsonWriter.compact(out -> {
            out.startObject();
            parameters.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> out.member(entry.getKey(), entry.getValue()));
            out.endObject();
        });
        return connection.post(path, accessToken(), body);
    }

    /** The address. */
    @Override
    public String toString() {
        return "HubClient[" + connection + "]";
    }

    /** Builds a client. Not thread-safe. */
    public static final class Builder {

        private final URI address;
        private final HubCredentials credentials;
        private @Nullable HttpClient httpClient;
        private Clock clock = Clock.systemUTC();
        private Duration timeLimit = Duration.ofSeconds(10);

        private Builder(URI address, HubCredentials credentials) {
            if (address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "the hub's address is absolute, without query and fragment; not " + address);
            }
            this.address = address;
            this.credentials = credentials;
        }

        /** What sends requests: give one for a proxy or a trust store of your own. It should follow no redirects. */
        public Builder httpClient(HttpClient value) {
            this.httpClient = value;
            return this;
        }

        /** What time it is; the system's clock unless given. The hub compares time stamps with its own. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** How long one request may take; ten seconds unless given. */
        public Builder timeLimit(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("a time limit is more than zero, not " + value);
            }
            this.timeLimit = value;
            return this;
        }

        private HttpClient client() {
            HttpClient given = httpClient;
            return given != null
                    ? given
                    : HttpClient.newBuilder()
                            .connectTimeout(timeLimit)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }

        /** The client. It asks nothing until it is asked. */
        public HubClient build() {
            return new HubClient(this);
        }
    }
}
