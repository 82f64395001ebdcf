package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The client of a learning record store (学习记录库). Make one for a store and share it between threads.
 *
 * <pre>{@code
 * LrsClient lrs = LrsClient.connect(URI.create("https://lrs.example.cn/xapi"), Credentials.basic(name, secret));
 * lrs.store(statement);
 * try (Stream<Statement> completed = lrs.statements(query().verb(Verbs.COMPLETED).since(monday))) { … }
 * }</pre>
 *
 * <p>What a network or a busy server let down is sent again, see {@link RetryPolicy}. That makes no second record: a statement
 * gets its id, and the time when it happened, before it is sent first. Calls block; so many threads as {@link
 * Builder#concurrentRequests} are let through at once, and none while the server asks to wait, so whoever produces faster than the
 * store takes is slowed down.
 *
 * <p>Each method throws an {@link LrsException} when the store refuses, cannot be reached, or does not answer as an LRS does.
 */
public final class LrsClient {

    private final Transport transport;
    private final StatementSender sender;
    private final StatementFetcher fetcher;
    private final URI base;
    private final SpokenVersion spoken;

    private LrsClient(Builder settings) {
        this.transport = new Transport(settings);
        this.base = URI.create(settings.base + '/');
        this.spoken = new SpokenVersion(settings.version, this::about);
        this.sender = new StatementSender(this, settings.batchBytes, settings.batchStatements, settings.clock);
        this.fetcher = new StatementFetcher(this, base);
    }

    /**
     * A client with the defaults. It speaks the newest version that the store says it speaks; it asks when it first must know.
     *
     * @param address where the LRS lives, such as {@code https://lrs.example.cn/xapi}
     * @throws IllegalArgumentException see {@link #builder}
     */
    public static LrsClient connect(URI address, Credentials credentials) {
        return builder(address, credentials).build();
    }

    /**
     * For a client with other settings.
     *
     * @throws IllegalArgumentException when the address is not one of http or https with a host and without query
     */
    public static Builder builder(URI address, Credentials credentials) {
        return new Builder(address, credentials);
    }

    /**
     * Stores a statement.
     *
     * @return its id: its own, or the one it was given
     * @throws IllegalArgumentException when it has an id that is no UUID
     */
    public UUID store(Statement statement) {
        return store(List.of(statement)).get(0);
    }

    /**
     * Stores statements, in as many batches as their size asks for. A batch is stored whole or not at all; when one fails, {@link
     * LrsException#stored()} says what was stored before.
     *
     * @return their ids, in their order
     * @throws IllegalArgumentException when one has an id that is no UUID; those before may be stored
     */
    public List<UUID> store(List<Statement> statements) {
        List<UUID> stored = new ArrayList<>(statements.size());
        try {
            sender.send(statements.iterator(), stored::addAll);
        } catch (LrsException e) {
            throw e.afterStoring(stored);
        }
        return List.copyOf(stored);
    }

    /**
     * Stores statements as they come, without keeping more than one batch of them.
     *
     * @param acknowledged told the ids of each batch, in order, once it is stored
     */
    public void store(Stream<Statement> statements, Consumer<List<UUID>> acknowledged) {
        sender.send(statements.iterator(), acknowledged);
    }

    /**
     * Stores a statement together with files that it describes.
     *
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public UUID store(Statement statement, List<AttachedFile> files) {
        return sender.send(statement, List.copyOf(files));
    }

    /** A statement; empty when there is none with this id, or it is voided. */
    public Optional<Statement> statement(UUID id) {
        return fetcher.single("statementId", id, null);
    }

    /** A statement and the files that belong to it and that the store has. */
    public Optional<Statement> statement(UUID id, AttachmentHandler files) {
        return fetcher.single("statementId", id, files);
    }

    /** A statement that is voided; empty when there is none with this id, or it is not voided. */
    public Optional<Statement> voidedStatement(UUID id) {
        return fetcher.single("voidedStatementId", id, null);
    }

    /**
     * Statements, page after page: the next page is asked for when its first statement is wanted. Sequential; close it when you do
     * not read it to its end. A statement that is not valid ends it with an {@link LrsAnswerException}, see {@link
     * #statementsAsJson}.
     */
    public Stream<Statement> statements(LrsQuery query) {
        return fetcher.records(query, null);
    }

    /** The same, with the files that belong to them: those of a page come before its statements. */
    public Stream<Statement> statements(LrsQuery query, AttachmentHandler files) {
        return fetcher.records(query, files);
    }

    /** The same as they are, valid or not. */
    public Stream<RawJson> statementsAsJson(LrsQuery query) {
        return fetcher.pages(query, null);
    }

    /** The states of an agent in an activity, those without a registration. */
    public Documents states(String activityId, Agent agent) {
        return new Documents(this, "activities/state", "stateId", stateScope(activityId, agent));
    }

    /** The states of an agent in an activity under a registration. */
    public Documents states(String activityId, Agent agent, UUID registration) {
        Map<String, String> scope = stateScope(activityId, agent);
        scope.put("registration", registration.toString());
        return new Documents(this, "activities/state", "stateId", scope);
    }

    private static Map<String, String> stateScope(String activityId, Agent agent) {
        Map<String, String> scope = new LinkedHashMap<>();
        scope.put("activityId", activityId);
        scope.put("agent", text(agent));
        return scope;
    }

    /** The profiles of an agent. */
    public Documents agentProfiles(Agent agent) {
        return new Documents(this, "agents/profile", "profileId", Map.of("agent", text(agent)));
    }

    /** The profiles of an activity. */
    public Documents activityProfiles(String activityId) {
        return new Documents(this, "activities/profile", "profileId", Map.of("activityId", activityId));
    }

    private static String text(Agent agent) {
        return new String(StatementWriter.write(agent), StandardCharsets.UTF_8);
    }

    /** What the store has put together about an agent: itself at least. */
    public Person person(Agent agent) {
        Call call = Call.of("GET", "agents", Map.of("agent", text(agent))).header("Accept", "application/json");
        return transport.send(call, version(), received -> Person.parse(received, found(received)));
    }

    /**
     * An activity as the store knows it, with all that statements have said of it in its definition. Of one that the store does not
     * know, the id alone.
     *
     * @param activityId its IRI
     */
    public Activity activity(String activityId) {
        XapiVersion version = version();
        Call call =
                Call.of("GET", "activities", Map.of("activityId", activityId)).header("Accept", "application/json");
        return transport.send(call, version, received -> {
            if (received.status() == 404) {
                return Activity.of(activityId);
            }
            RawJson json = StatementReceiver.raw(received, found(received));
            return StatementPage.activity(call.toString(), json, version);
        });
    }

    private static byte[] found(Received received) throws IOException {
        if (received.status() != 200) {
            throw received.refused();
        }
        return received.bytes();
    }

    /** What the store says of itself. */
    public LrsAbout about() {
        Call call = Call.of("GET", "about", Map.of()).header("Accept", "application/json");
        return transport.send(call, spoken.known(), received -> LrsAbout.parse(received, found(received)));
    }

    /** The version this client speaks: as set, else the newest that both sides speak, which the store is asked for once. */
    public XapiVersion version() {
        return spoken.get();
    }

    Transport transport() {
        return transport;
    }

    /** The address only. */
    @Override
    public String toString() {
        return "LrsClient[" + base + "]";
    }

    /** Settings of a client. Not thread-safe. */
    public static final class Builder {

        final String base;
        final Credentials credentials;

        @Nullable
        XapiVersion version;

        RetryPolicy retries = RetryPolicy.defaults();
        Duration timeout = Duration.ofSeconds(60);
        String languages = "";
        int maxResponseBytes = 64 << 20;
        int concurrentRequests = 8;
        int batchBytes = 1 << 20;
        int batchStatements = 500;
        Clock clock = Clock.systemUTC();
        private boolean plainHttp;
        private @Nullable HttpClient http;

        private Builder(URI address, Credentials credentials) {
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            if (!usable) {
                throw new IllegalArgumentException(
                        "an LRS has an address such as https://lrs.example.cn/xapi, without name,"
                                + " query and fragment");
            }
            this.base = address.toString().replaceAll("/+$", "");
            this.credentials = Objects.requireNonNull(credentials, "credentials");
        }

        /** The version to speak; unless set, the newest that the store says it speaks. */
        public Builder version(XapiVersion value) {
            version = value;
            return this;
        }

        /** How often and when to send again; {@link RetryPolicy#defaults()}, unless set. */
        public Builder retries(RetryPolicy value) {
            retries = value;
            return this;
        }

        /** How long one sending may take, up to the head of the response, and from there to its end. Default 60 s. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /** In which language the store is asked to say what is wrong, and to describe activities; unless set, as it likes. */
        public Builder language(Locale value) {
            languages = value.toLanguageTag();
            return this;
        }

        /** How many bytes of a response are taken into memory at most; files are not counted. Default 64 MiB. */
        public Builder maxResponseBytes(int value) {
            maxResponseBytes = positive(value);
            return this;
        }

        /** How many requests are under way at once at most. Default 8. */
        public Builder concurrentRequests(int value) {
            concurrentRequests = positive(value);
            return this;
        }

        /** How large a batch of statements is at most. Default 1 MiB and 500 statements. */
        public Builder batches(int bytes, int statements) {
            batchBytes = positive(bytes);
            batchStatements = positive(statements);
            return this;
        }

        /**
         * Allows plain http to other machines. Without TLS whoever is between can read the secret and all records; unless allowed
         * here, it is taken to this machine only.
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /** Where statements that have no time get it from; the system's clock, unless set. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** What makes connections, with your proxy or trusted certificates; it must not follow redirections. */
        public Builder httpClient(HttpClient value) {
            if (value.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException(
                        "a client that follows redirections would carry the secret elsewhere");
            }
            http = value;
            return this;
        }

        private static int positive(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("a limit is positive, unlike " + value);
            }
            return value;
        }

        HttpClient http() {
            // The upgrade to HTTP/2 without TLS confuses servers, and is given up by RFC 9113.
            HttpClient.Version protocol =
                    base.startsWith("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
            return http != null
                    ? http
                    : HttpClient.newBuilder()
                            .version(protocol)
                            .connectTimeout(Duration.ofSeconds(10))
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException when the address is plain http to another machine, and that was not allowed
         */
        public LrsClient build() {
            URI address = URI.create(base);
            boolean plain = !"https".equalsIgnoreCase(address.getScheme());
            if (plain && !plainHttp && !address.getHost().matches("localhost|127(\\.\\d+){3}|\\[::1]")) {
                throw new IllegalArgumentException(
                        "over plain http the secret and all records can be read by others; use"
                                + " https, or say allowPlainHttp()");
            }
            return new LrsClient(this);
        }
    }
}
