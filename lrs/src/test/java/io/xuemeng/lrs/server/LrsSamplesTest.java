package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every requirement on requests against its texts and its samples. A sample is one or more requests, the last of which is
 * judged; lines of multipart bodies are sent with CR LF.
 */
class LrsSamplesTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Pattern IDS = Pattern.compile("\"requirement\":\"([A-Z]+-\\d+)\"");

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(LrsRequirement requirement) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (TextPart part : TextPart.values()) {
                assertThat(requirement.text(part, locale)).isNotBlank();
            }
        }
        assertThat(requirement.source()).isNotBlank();
    }

    /** INTERNAL is about the platform: no request breaks it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
    void hasAPassingAndAFailingSample(LrsRequirement requirement) {
        assertThat(SAMPLES.resolve(requirement.id()).resolve("pass.http")).exists();
        assertThat(SAMPLES.resolve(requirement.id()).resolve("fail.http")).exists();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws Exception {
        String id = sample.getParent().getFileName().toString();
        TestClient.Answer answer = send(Files.readString(sample), sample.getParent());

        List<String> found = IDS.matcher(answer.text())
                .results()
                .map(match -> match.group(1))
                .toList();
        if (sample.getFileName().toString().startsWith("pass")) {
            assertThat(found).as(answer.text()).isEmpty();
            assertThat(answer.status()).isLessThan(400);
        } else {
            assertThat(found).as(answer.text()).containsExactly(id);
            assertThat(answer.status()).isEqualTo(requirement(id).status());
            assertThat(answer.header("X-Experience-API-Version")).isNotEmpty();
        }
    }

    private static LrsRequirement requirement(String id) {
        return Stream.of(LrsRequirement.values())
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TestClient.Answer send(String sample, Path folder) throws Exception {
        try (HikariDataSource source = TestDatabases.h2()) {
            LrsEngine engine = LrsEngine.builder(JdbcRecordStore.open(source))
                    .limits(limits(sample))
                    .signatures(signatures(sample, folder))
                    .allowOrigin("https://lms.example.cn")
                    .build();
            TestClient.Answer answer = null;
            for (String request : sample.replaceAll("(?m)^#[^#].*\n", "").split("\n###\n")) {
                answer = sendOne(engine, request);
            }
            return answer;
        }
    }

    private static SignaturePolicy signatures(String sample, Path folder) throws Exception {
        SignaturePolicy policy = SignaturePolicy.standard();
        Matcher matcher = Pattern.compile("(?m)^# trust: (\\S+)$").matcher(sample);
        return matcher.find()
                ? policy.trusting(
                        TrustAnchors.of(ValidationMaterial.read(Files.readAllBytes(folder.resolve(matcher.group(1))))
                                .certificates()))
                : policy;
    }

    private static EngineLimits limits(String sample) {
        Matcher matcher = Pattern.compile("(?m)^# limits: (\\w+)=(\\d+)$").matcher(sample);
        EngineLimits limits = EngineLimits.defaults();
        if (matcher.find()) {
            int value = Integer.parseInt(matcher.group(2));
            limits = switch (matcher.group(1)) {
                case "requestsPerSecond" -> limits.withRequestsPerSecond(value);
                case "documentBytes" -> limits.withDocumentBytes(value);
                case "mentionsPerStatement" -> limits.withMentionsPerStatement(value);
                default -> throw new IllegalArgumentException(matcher.group());
            };
        }
        return limits;
    }

    private static TestClient.Answer sendOne(LrsEngine engine, String request) {
        int end = request.indexOf("\n\n");
        String head = end < 0 ? request : request.substring(0, end);
        String body = end < 0 ? "" : request.substring(end + 2);
        String[] lines = head.strip().split("\n");
        String[] first = lines[0].split(" ");
        int question = first[1].indexOf('?');
        TestClient client =
                new TestClient(engine).without("X-Experience-API-Version").without("Content-Type");
        boolean multipart = false;
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(": ", 2);
            client = client.with(field[0], field[1]);
            multipart |= field[1].startsWith("multipart/");
        }
        String sent = multipart ? body.replace("\n", "\r\n") : body.stripTrailing();
        return client.as(caller(head))
                .send(
                        first[0],
                        question < 0 ? first[1] : first[1].substring(0, question),
                        question < 0 ? "" : first[1].substring(question + 1),
                        sent.getBytes(StandardCharsets.UTF_8));
    }

    private static Caller caller(String head) {
        if (head.contains("Basic dGVzdA==")) {
            return TestClient.CALLER;
        }
        return head.contains("Basic cmVhZA==")
                ? Caller.of("read", Agent.account("https://lms.example.cn", "reader"), Set.of(Scope.STATEMENTS_READ))
                : Caller.anonymous();
    }
}
