package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.examples.platform.web.TrustedProxies;
import io.xuemeng.lrs.client.AttachedFile;
import io.xuemeng.lrs.client.Credentials;
import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.client.LrsRefusedException;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.Verbs;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is told who may sign statements takes signatures of theirs and of nobody else. */
class SignersTest {

    private final Instant from = Instant.now().minus(Duration.ofDays(1));
    private final Instant until = from.plus(Duration.ofDays(30));

    @TempDir
    private Path folder;

    private UUID store(LrsClient lrs, DemonstrationAuthority authority) throws SigningException {
        SigningKey key = authority.issue(DemonstrationRole.AUTHOR, from, until);
        Statement statement = Statement.builder()
                .id(UUID.randomUUID())
                .timestamp(Instant.parse("2026-09-01T08:00:00Z"))
                .actor(Agent.account("https://hub.example.cn", "a7f3-9c"))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/1"))
                .build();
        String jws = JwsSigner.with(key).withCertificates().build().sign(StatementWriter.write(statement));
        AttachedFile signature = AttachedFile.of(jws.getBytes(StandardCharsets.US_ASCII), "application/octet-stream");
        return lrs.store(
                statement.toBuilder()
                        .attachments(List.of(signature.describe(
                                "http://adlnet.gov/expapi/attachments/signature", LanguageMap.zh("签名"))))
                        .build(),
                List.of(signature));
    }

    @Test
    void takesSignaturesOfThoseWhoAreTrustedAndOfNobodyElse() throws Exception {
        DemonstrationAuthority trusted = DemonstrationAuthority.root(KeyType.SM2, from, until);
        DemonstrationAuthority stranger = DemonstrationAuthority.root(KeyType.SM2, from, until);
        Clients clients = new Clients("http://localhost");
        clients.add("lms", "correct horse", Set.of(Scope.ALL));
        Records.Settings records = new Records.Settings(
                "h2:" + folder.resolve("db"), 2, false, null, trusted.trust(), List.of(), EngineLimits.defaults());

        try (PlatformServer server = PlatformServer.start(
                new PlatformServer.Settings("localhost", 0, TrustedProxies.none(), clients, records, null))) {
            LrsClient lrs = LrsClient.connect(URI.create(server.address()), Credentials.basic("lms", "correct horse"));

            UUID id = store(lrs, trusted);
            assertThat(lrs.statement(id)).isPresent();
            assertThatThrownBy(() -> store(lrs, stranger))
                    .isInstanceOf(LrsRefusedException.class)
                    .hasMessageContaining("LRS-057");
        }
    }
}
