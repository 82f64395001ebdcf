package io.xuemeng.conformance.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target file says of a relying party, and what it cannot say. */
class RelyingPartyKitTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace("run", folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private TokenAcceptance connect(Map<String, Object> changed) {
        Map<String, Object> section = new HashMap<>(Map.of("endpoint", "https://platform.example.cn/hook"));
        section.putAll(changed);
        Settings settings = new Settings("roles.relying-party", section, folder);
        TokenAcceptance party = new RelyingPartyKit().connect(settings, workspace);
        settings.finish();
        return party;
    }

    @ParameterizedTest
    @CsvSource({
        "listen, some",
        "listen-host, 192.0.2.7",
        "listen-host, nobody.invalid",
        "issuer-address, kit.example.cn",
        "issuer-address, ftp://kit.example.cn",
        "issuer-address, https://kit:secret@kit.example.cn",
        "issuer-address, https://kit.example.cn/?a=b",
        "issuer-address, https://kit.example.cn/#a",
        "issuer-address, https://kit example.cn/",
        "foreign-address, stranger",
        "foreign-listen, some",
        "listen-at, 127.0.0.1"
    })
    void whatIsNotUnderstoodIsNamedInBothLanguages(String key, String value) {
        assertThatThrownBy(() -> connect(Map.of(key, value))).isInstanceOfSatisfying(SettingsException.class, e -> {
            assertThat(e.problem().en()).contains("roles.relying-party." + key);
            assertThat(e.problem().zh())
                    .contains("roles.relying-party." + key)
                    .isNotEqualTo(e.problem().en());
        });
    }

    @ParameterizedTest
    @CsvSource({"-1", "65536"})
    void aPortIsFrom0To65535(int port) {
        assertThatThrownBy(() -> connect(Map.of("listen", port)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("from 0 to 65535");
    }

    @Test
    void whatIsSaidIsUnderstood() {
        Terms terms = connect(Map.of(
                        "listen", 18_999,
                        "listen-host", "0.0.0.0",
                        "issuer-address", "https://kit.example.cn/",
                        "foreign-listen", 18_998,
                        "foreign-address", "https://stranger.example.cn"))
                .terms();

        assertThat(terms.listen()).isEqualTo(18_999);
        assertThat(terms.host()).isEqualTo("0.0.0.0");
        assertThat(terms.address()).isEqualTo(URI.create("https://kit.example.cn"));
        assertThat(terms.foreignListen()).isEqualTo(18_998);
        assertThat(terms.foreignAddress()).isEqualTo(URI.create("https://stranger.example.cn"));
    }

    @Test
    void theOriginThatMustNotBeAskedIsAnotherOne() {
        assertThatThrownBy(() -> connect(Map.of("listen", 18_999, "foreign-listen", 18_999)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("foreign-listen");
        assertThatThrownBy(() -> connect(Map.of(
                        "issuer-address", "https://kit.example.cn", "foreign-address", "https://kit.example.cn/")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("foreign-address");
    }

    @Test
    void aPortThatIsTakenIsNamedInBothLanguages() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TokenAcceptance party = connect(Map.of("listen", taken.getLocalPort()));

            assertThatThrownBy(() -> new RelyingPartyKit().preflight(party, Set.of("es256"), id -> true, workspace))
                    .isInstanceOfSatisfying(NoAnswerException.class, e -> {
                        String place = "127.0.0.1:" + taken.getLocalPort();
                        assertThat(e.message(Locale.ENGLISH)).contains(place, "listen-host");
                        assertThat(e.message(Locale.SIMPLIFIED_CHINESE)).contains(place, "监听", "listen-host");
                    });
        }
    }
}
