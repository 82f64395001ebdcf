package io.xuemeng.examples.platform.relyingparty;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.LogoutToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a token for a conformance test, by whom the test says to trust: the code is that of a sign-in and of a sign-out, but the anchor is
 * not this platform's own. It signs nobody in or out, and is there only when the platform is started with {@code --testing}.
 */
public final class TestingHook {

    private static final Logger LOG = LoggerFactory.getLogger(TestingHook.class);
    private static final String PATH = "/testing/relying-party";
    private static final int MAX_QUESTION = 8 << 20;
    private static final int MOST_ANCHORS = 100;

    private final Entity entity;
    private final boolean sm2;

    /** Those that were asked for last; whoever trusts the same again need not find out again whom. */
    private final Map<String, Issuers> byAnchor = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issuers> eldest) {
            return size() > MOST_ANCHORS;
        }
    };

    /**
     * The hook of a platform.
     *
     * @param sm2 whether the platform wants tokens signed with SM2
     */
    public TestingHook(Entity entity, boolean sm2) {
        this.entity = entity;
        this.sm2 = sm2;
        LOG.warn("{} judges tokens for tests; never start a platform that people use like this", PATH);
    }

    /** Adds it to a web server. */
    public void register(RoutesConfig routes) {
        routes.post(PATH, this::judge);
    }

    /** What a test asks. */
    private record Question(
            Map<String, String> members, @Nullable EntityDescription anchor) {}

    private void judge(Context context) throws IOException {
        byte[] body = context.bodyInputStream().readNBytes(MAX_QUESTION);
        Question question;
        try {
            question = read(body);
        } catch (UnreadableJsonException e) {
            // A token that is too large for any message is one to refuse.
            answer(context, null, "the question cannot be read");
            return;
        }
        EntityDescription anchor = question.anchor();
        String token = question.members().getOrDefault("token", "");
        @Nullable Issuers issuers;
        try {
            issuers = anchor == null ? null : issuers(anchor);
        } catch (IllegalArgumentException e) {
            answer(context.status(400), null, "the trust anchor is none: " + e.getMessage());
            return;
        }
        Optional<TokenVerifier> verifier = issuers == null
                ? Optional.empty()
                : issuers.trusted(question.members().getOrDefault("issuer", "")).map(issuers::verifier);
        if (verifier.isEmpty()) {
            answer(context, null, "the issuer is not trusted");
            return;
        }
        switch (question.members().getOrDefault("use", "")) {
            case "id_token" -> {
                Verified<IdToken> verified = verifier.get().verify(token, signIn(question.members()));
                answer(context, verified.claims().map(IdToken::subject).orElse(null), reason(verified));
            }
            case "logout_token" -> {
                Verified<LogoutToken> verified = verifier.get().verifyLogout(token);
                // Whoever signs out may be known by the session alone.
                String subject = verified.claims().map(LogoutToken::subject).orElse(verified.isAccepted() ? "" : null);
                answer(context, subject, reason(verified));
            }
            default -> answer(context, null, "this platform takes no such tokens of others");
        }
    }

    private Issuers issuers(EntityDescription anchor) {
        synchronized (byAnchor) {
            return byAnchor.computeIfAbsent(
                    anchor.entity() + anchor.keys(),
                    key -> new Issuers(new Entity(entity.settings().trusting(anchor)), sm2));
        }
    }

    private static SignIn signIn(Map<String, String> members) {
        SignIn signIn = SignIn.withNonce(members.getOrDefault("nonce", "-"));
        @Nullable String accessToken = members.get("access_token");
        return accessToken == null ? signIn : signIn.accessToken(accessToken);
    }

    private static String reason(Verified<?> verified) {
        return verified.findings().stream()
                .map(Finding::requirement)
                .map(requirement -> requirement.id())
                .collect(Collectors.joining(" "));
    }

    private static void answer(Context context, @Nullable String subject, String reason) {
        context.contentType("application/json").result(JsonWriter.compact(out -> {
            out.startObject().member("accepted", subject != null);
            if (subject == null) {
                out.member("reason", reason);
            } else {
                out.name("claims").startObject().member("sub", subject).endObject();
            }
            out.endObject();
        }));
    }

    private static Question read(byte[] body) throws UnreadableJsonException {
        Map<String, String> members = new HashMap<>();
        @Nullable EntityDescription anchor = null;
        try (JsonReader json = JsonReader.open(body, "question", Limits.defaults(), finding -> {})) {
            if (json.next() == JsonEvent.START_OBJECT) {
                while (json.nextMember()) {
                    String name = json.name();
                    if (name.equals("trust_anchors")) {
                        anchor = anchor(json);
                    } else if (json.next() == JsonEvent.STRING) {
                        members.put(name, json.text());
                    } else {
                        json.skipValue();
                    }
                }
            }
        }
        return new Question(members, anchor);
    }

    /** The one anchor of a list. */
    private static @Nullable EntityDescription anchor(JsonReader json) throws UnreadableJsonException {
        String name = "";
        JwkSet keys = JwkSet.empty();
        if (json.next() == JsonEvent.START_ARRAY) {
            while (json.nextElement()) {
                while (json.nextMember()) {
                    switch (json.name()) {
                        case "entity" -> name = json.next() == JsonEvent.STRING ? json.text() : "";
                        case "jwks" -> keys = keys(json.captureValue());
                        default -> json.skipValue();
                    }
                }
            }
        }
        return name.isEmpty() || keys.keys().isEmpty() ? null : new EntityDescription(name, List.of(), keys);
    }

    private static JwkSet keys(RawJson json) {
        return JwkReader.standard().readSet(json.text().getBytes(StandardCharsets.UTF_8), finding -> {});
    }
}
