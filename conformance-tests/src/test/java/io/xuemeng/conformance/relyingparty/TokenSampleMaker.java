package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.HttpFetcher;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the token samples that the kit ships out of the tokens that it shows. One that is there already and is still the same case stays
 * as it is. Started by {@code mvn test -pl conformance-tests -Dtest=TokenSamplesTest -Dxuemeng.samples=make}.
 */
final class TokenSampleMaker {

    static final Path FOLDER = Path.of("src", "main", "resources", "io", "xuemeng", "conformance", "sample", "tokens");

    private static final String SM2 = "sm2";
    private static final int LONGEST = 65_536;
    private static final URI ISSUERS = URI.create("https://issuers.kit.example");
    private static final List<String> PUBLISHED = List.of(
            "/.well-known/openid-configuration",
            "/jwks",
            "/jwks/sm2",
            "/.well-known/openid-federation",
            "/fetch?sub=%s-province",
            "-province/.well-known/openid-federation",
            "-province/fetch?sub=%s",
            "-hub/.well-known/openid-federation",
            "-hub/fetch?sub=%s-province",
            "-hub/fetch?sub=%s");

    private final int port;
    private final Map<String, Scene> scenes = new TreeMap<>();

    TokenSampleMaker(Path folder) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Terms usual = Terms.usual();
        Terms terms = new Terms(
                usual.audience(), usual.clockSkew(), usual.keyRefresh(), port, usual.host(), ISSUERS, 0, ISSUERS);
        TokenAcceptance nobody = new TokenAcceptance() {
            @Override
            public Terms terms() {
                return terms;
            }

            @Override
            public Acceptance judge(TokenQuestion question) {
                throw new IllegalStateException("nobody is asked");
            }
        };
        for (String way : List.of("given", SM2, "discovery", "federation")) {
            Set<String> features = new TreeSet<>(Scene.ALGORITHMS.keySet());
            features.addAll(List.of("access-token", "logout-token", "max-age", "acr", "education"));
            features.addAll(List.of("dpop", "dpop-nonce", "lti", "lti-deep-linking", way));
            features.remove("given");
            if (way.equals(SM2)) {
                features.remove("es256"); // so that SM2 is the usual one
            }
            scenes.put(
                    way,
                    Stage.set(nobody, features, new Workspace("samples", folder))
                            .declared());
        }
    }

    /**
     * A case of a requirement, in the way of trusting an issuer that it needs.
     *
     * @param features those that it is about
     */
    record Made(Cases.Case one, Scene scene, Set<String> features) {

        /** What tells it from the others. */
        String name() {
            return one.label() + ' ' + one.good() + ' ' + one.level() + ' ' + features;
        }
    }

    /** The cases of a requirement: where it is about no algorithm and nothing is fetched, those with SM2 after those with ES256. */
    List<Made> cases(String id) {
        Set<String> declared = entry(id).features();
        boolean fetched = declared.contains("federation") || declared.contains("discovery");
        boolean anyAlgorithm = declared.stream().noneMatch(Scene.ALGORITHMS::containsKey);
        List<Made> cases = new ArrayList<>();
        String way = declared.contains("federation") ? "federation" : fetched ? "discovery" : "given";
        add(cases, id, way, anyAlgorithm ? "es256" : null);
        if (anyAlgorithm && !fetched) {
            add(cases, id, SM2, SM2);
        }
        return cases;
    }

    private void add(List<Made> cases, String id, String way, @Nullable String algorithm) {
        Set<String> features = new LinkedHashSet<>();
        if (algorithm != null) {
            features.add(algorithm);
        }
        features.addAll(entry(id).features());
        CaseBook.of(id, scenes.get(way)).forEach(one -> cases.add(new Made(one, scenes.get(way), features)));
    }

    private static AuditEntry entry(String id) {
        return new RelyingPartyKit().audit().find(id).orElseThrow();
    }

    /** Writes the files; what there is no case for any more is deleted. */
    void make() throws IOException {
        Files.createDirectories(FOLDER);
        Set<String> ids = new TreeSet<>();
        for (String id : new TreeSet<>(CaseBook.ids())) {
            if (!entry(id).isTestable()) {
                continue;
            }
            ids.add(id);
            Path file = FOLDER.resolve(id + ".json");
            JsonNode before = Files.exists(file) ? Json.MAPPER.readTree(file.toFile()) : Json.object();
            ObjectNode content = Json.object().put("requirement", id);
            ArrayNode samples = content.putArray("samples");
            List<JsonNode> known = new ArrayList<>();
            before.path("samples").forEach(known::add);
            for (Made made : cases(id)) {
                JsonNode same = known.stream()
                        .filter(sample -> name(sample).equals(made.name()))
                        .findFirst()
                        .orElse(null);
                known.remove(same);
                samples.add(same == null ? sample(made) : same);
            }
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + '\n');
        }
        Files.write(FOLDER.resolve("ids.txt"), ids);
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                if (!ids.contains(file.getFileName().toString().replace(".json", ""))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String name(JsonNode sample) {
        Set<String> features = new LinkedHashSet<>();
        sample.path("features").forEach(feature -> features.add(feature.asText()));
        String level = sample.path("level").asText().toUpperCase(Locale.ROOT);
        return sample.path("label").asText() + ' ' + sample.path("good").asBoolean() + ' ' + level + ' ' + features;
    }

    private JsonNode sample(Made made) {
        Cases.Case one = made.one();
        Scene scene = made.scene();
        int before = number(scene.path());
        TokenDraft draft = one.draft().get();
        int after = number(scene.path());
        ObjectNode sample = Json.object()
                .put("label", one.label())
                .put("good", one.good())
                .put("level", one.level().name().toLowerCase(Locale.ROOT));
        made.features().forEach(sample.putArray("features")::add);
        sample.put("time", Instant.ofEpochSecond(draft.now).toString());
        TokenQuestion question = draft.question();
        if (question.token().length() > LONGEST) {
            return sample.put("left_out", question.token().length() + " characters");
        }
        sample.set("question", tree(RelyingPartyContract.question(question)));
        if (question.jwks() == null) {
            List<String> paths = new ArrayList<>(List.of(draft.issuer.path()));
            for (int i = before + 1; i < after; i++) {
                paths.add(scene.path().replaceFirst("i\\d+$", "i" + i));
            }
            ObjectNode documents = sample.putObject("documents");
            paths.stream().distinct().forEach(path -> addDocuments(documents, path));
        }
        return sample;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf("/i") + 2));
    }

    /** What the kit publishes for an issuer, fetched as a relying party would. */
    private void addDocuments(ObjectNode documents, String path) {
        String origin = "http://127.0.0.1:" + port;
        HttpFetcher fetcher = HttpFetcher.under(FetchPolicy.publicHttps().allowOrigin(URI.create(origin)));
        for (String name : PUBLISHED) {
            String where = path + name.formatted(ISSUERS + path);
            ObjectNode document = Json.object();
            try {
                Fetched answer = fetcher.fetch(URI.create(origin + where), "*/*");
                if (answer.status() == 404 && answer.body().length == 0) {
                    continue;
                }
                document.put("status", answer.status())
                        .put("type", String.valueOf(answer.mediaType()))
                        .put("body", new String(answer.body(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                document.put("status", 0).put("type", "").put("body", "");
            }
            documents.set(ISSUERS + where, document);
        }
    }
}
