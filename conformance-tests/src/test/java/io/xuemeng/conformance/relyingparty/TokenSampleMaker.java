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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the token samples that the kit ships out of the tokens that it shows. One that is there already and is still the same case stays
 * as it is. Started by {@code mvn test -pl conformance-tests -Dtest=TokenSamplesTest -Dxuemeng.samples=make}.
 */
final class TokenSampleMaker {

    static final Path FOLDER = Path.of("src", "main", "resources", "io", "xuemeng", "conformance", "sample", "tokens");

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
        for (String way : List.of("given", "discovery", "federation")) {
            Set<String> features = new TreeSet<>(Scene.ALGORITHMS.keySet());
            features.addAll(List.of("access-token", "logout-token", "max-age", "acr", "education", way));
            features.remove("given");
            scenes.put(
                    way,
                    Stage.set(nobody, features, new Workspace("samples", folder))
                            .declared());
        }
    }

    /** The cases of a requirement, in the way of trusting an issuer that it needs. */
    List<Cases.Case> cases(String id) {
        return CaseBook.of(id, scene(id));
    }

    private Scene scene(String id) {
        Set<String> features = entry(id).features();
        String way =
                features.contains("federation") ? "federation" : features.contains("discovery") ? "discovery" : "given";
        return scenes.get(way);
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
            for (Cases.Case one : cases(id)) {
                samples.add(known(before, one).orElseGet(() -> sample(id, one)));
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

    private static java.util.Optional<JsonNode> known(JsonNode file, Cases.Case one) {
        for (JsonNode sample : file.path("samples")) {
            if (sample.path("label").asText().equals(one.label())
                    && sample.path("good").asBoolean() == one.good()
                    && sample.path("level").asText().equals(level(one))) {
                return java.util.Optional.of(sample);
            }
        }
        return java.util.Optional.empty();
    }

    static String level(Cases.Case one) {
        return one.level().name().toLowerCase(Locale.ROOT);
    }

    private JsonNode sample(String id, Cases.Case one) {
        Scene scene = scene(id);
        int before = number(scene.path());
        TokenDraft draft = one.draft().get();
        int after = number(scene.path());
        ObjectNode sample =
                Json.object().put("label", one.label()).put("good", one.good()).put("level", level(one));
        ArrayNode features = sample.putArray("features");
        Set<String> declared = entry(id).features();
        if (declared.stream().noneMatch(Scene.ALGORITHMS::containsKey)) {
            features.add("es256");
        }
        declared.forEach(features::add);
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
