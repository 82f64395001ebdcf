package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.HttpFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A relying party that shares no code with the SDK's verifiers but for arithmetic: it is made by hand, as a vendor would, and right but
 * for one fault, or none. That both pass the same tests says that the tests ask for what the standards say.
 */
final class HandMade implements TokenAcceptance {

    private static final Duration COOL_DOWN = Duration.ofSeconds(1);

    private final @Nullable Fault fault;
    private final LooseJson json;
    private final HandMadeKeys sets;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Optional<JsonNode>> providers = new ConcurrentHashMap<>();

    private record Known(List<HandMadeKeys.Key> keys, Instant fetched) {}

    HandMade(@Nullable Fault fault) {
        this.fault = fault;
        this.json = new LooseJson(this::has);
        this.sets = new HandMadeKeys(this::has);
    }

    boolean has(Fault one) {
        return fault == one;
    }

    @Override
    public Terms terms() {
        return Terms.usual().withKeyRefresh(Duration.ofSeconds(4));
    }

    @Override
    public Acceptance judge(TokenQuestion question) {
        if (has(Fault.TAKES_EVERYTHING)) {
            return Acceptance.of(null);
        }
        try {
            JsonNode claims = new HandMadeToken(this, question).claims();
            String subject = claims.path("sub").asText(null);
            return Acceptance.of(
                    subject != null && has(Fault.WRITES_SUBJECTS_IN_SMALL_LETTERS)
                            ? subject.toLowerCase(java.util.Locale.ROOT)
                            : subject);
        } catch (Refusal e) {
            return Acceptance.refused(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return Acceptance.refused("failed: " + e);
        }
    }

    LooseJson json() {
        return json;
    }

    /** Whether something that may come once comes for the first time. */
    boolean isNew(String value) {
        return used.add(value);
    }

    /** What is found at an address of the issuer's origin. */
    Fetched fetch(URI issuer, String address) throws IOException {
        FetchPolicy policy = FetchPolicy.publicHttps().allowOrigin(origin(issuer));
        URI target = URI.create(address);
        boolean foreign = !origin(target).equals(origin(issuer));
        if (has(Fault.FETCHES_KEYS_FROM_ANYWHERE) || has(Fault.FETCHES_FROM_ANYWHERE_WHAT_IT_DOES_NOT_TAKE)) {
            policy = policy.allowOrigin(origin(target));
        }
        HttpFetcher fetcher = HttpFetcher.under(policy.withTimeLimit(Duration.ofSeconds(5)));
        Fetched answer = fetcher.fetch(target, "*/*");
        if (foreign && has(Fault.FETCHES_FROM_ANYWHERE_WHAT_IT_DOES_NOT_TAKE)) {
            throw new IOException("an answer of another origin");
        }
        return answer;
    }

    private static URI origin(URI address) {
        return URI.create(address.getScheme() + "://" + address.getAuthority());
    }

    /** The keys of the question's issuer that may have signed a token. */
    List<HandMadeKeys.Key> keys(TokenQuestion question, String keyId, boolean sm2) throws Refusal, IOException {
        if (question.jwks() != null) {
            return read(question.jwks().getBytes(StandardCharsets.UTF_8));
        }
        if (!question.trustAnchors().isEmpty()) {
            Optional<JsonNode> provider =
                    providers.computeIfAbsent(question.issuer() + question.trustAnchors(), key -> provider(question));
            Refusal.unless(provider.isPresent(), "no chain");
            if (!sm2) {
                return sets.read(provider.orElseThrow().path("jwks"));
            }
            return renewed(
                    question.issuer(),
                    "*",
                    () -> fetched(
                            question.issuer(),
                            provider.orElseThrow().path("sm2_jwks_uri").asText()));
        }
        return renewed(question.issuer() + sm2, keyId, () -> discovered(question.issuer(), sm2));
    }

    private Optional<JsonNode> provider(TokenQuestion question) {
        try {
            return Optional.of(new HandMadeChain(this, question).provider());
        } catch (Refusal | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    List<HandMadeKeys.Key> read(byte[] set) throws Refusal {
        List<HandMadeKeys.Key> keys = sets.read(json.read(set));
        Refusal.unless(!keys.isEmpty(), "no key");
        return keys;
    }

    /** Fetches keys. */
    private interface Fetching {
        List<HandMadeKeys.Key> keys() throws Refusal, IOException;
    }

    private List<HandMadeKeys.Key> renewed(String about, String keyId, Fetching fetching) throws Refusal, IOException {
        Known now = known.get(about);
        boolean unknown = now != null && now.keys().stream().noneMatch(key -> keyId.equals(key.name()));
        boolean waits = now != null && now.fetched().plus(COOL_DOWN).isAfter(Instant.now());
        if (has(Fault.ASKS_FOR_KEYS_WITH_EACH_UNKNOWN_NAME)) {
            waits = false;
        }
        if (has(Fault.FORGETS_KEYS_WHEN_THE_ISSUER_IS_DOWN)) {
            unknown = true;
            waits = false;
        }
        if (now != null && (!unknown || waits || has(Fault.NEVER_ASKS_FOR_KEYS_AGAIN) || keyId.equals("*"))) {
            return now.keys();
        }
        List<HandMadeKeys.Key> found;
        try {
            found = fetching.keys();
        } catch (Refusal | IOException e) {
            if (now == null || has(Fault.FORGETS_KEYS_WHEN_THE_ISSUER_IS_DOWN)) {
                throw e;
            }
            known.put(about, new Known(now.keys(), Instant.now()));
            return now.keys();
        }
        if (now != null && has(Fault.KEEPS_KEYS_THAT_ARE_GONE)) {
            found = java.util.stream.Stream.concat(found.stream(), now.keys().stream())
                    .toList();
        }
        known.put(about, new Known(found, Instant.now()));
        return found;
    }

    private List<HandMadeKeys.Key> discovered(String issuer, boolean sm2) throws Refusal, IOException {
        Fetched answer = fetch(URI.create(issuer), issuer + "/.well-known/openid-configuration");
        Refusal.unless(answer.isOk(), "no discovery document");
        JsonNode document = json.read(answer.body());
        Refusal.unless(
                has(Fault.IGNORES_WHOSE_DISCOVERY_DOCUMENT_IT_IS)
                        || document.path("issuer").asText("").equals(issuer),
                "a document of another issuer");
        String address = document.path(sm2 ? "sm2_jwks_uri" : "jwks_uri").asText("");
        if (address.isEmpty() && has(Fault.GUESSES_WHERE_KEYS_ARE)) {
            address = issuer + (sm2 ? "/jwks/sm2" : "/jwks");
        }
        Refusal.unless(!address.isEmpty(), "no address of keys");
        return fetched(issuer, address);
    }

    private List<HandMadeKeys.Key> fetched(String issuer, String address) throws Refusal, IOException {
        Fetched answer = fetch(URI.create(issuer), address);
        Refusal.unless(has(Fault.IGNORES_THE_STATUS_OF_KEYS) || answer.isOk(), "no keys");
        return read(answer.body());
    }
}
