package io.xuemeng.conformance.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target file may say of a hub. */
class HubKitTest {

    @TempDir
    Path folder;

    private HubPlatform connect(Map<String, Object> changed) {
        Map<String, Object> section =
                new HashMap<>(Map.of("endpoint", "https://hub.example.cn", "member", "https://province.example.cn"));
        section.putAll(changed);
        Settings settings = new Settings("roles.hub", section, folder);
        HubPlatform hub = new HubKit().connect(settings, new Workspace("run", folder));
        settings.finish();
        return hub;
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, hub.example.cn",
        "endpoint, http://hub.example.cn",
        "endpoint, https://hub.example.cn/?a=b",
        "member, province",
        "member, http://province.example.cn",
        "keys, nowhere.json",
        "clock-skew, soon",
        "clock-skew, 6m",
        "keyz, hub.json"
    })
    void whatIsNotUnderstoodIsNamed(String key, String value) {
        assertThatThrownBy(() -> connect(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("roles.hub." + key);
    }

    @Test
    void keysAreReadByThemselvesOrFromADescription() throws Exception {
        String set = Token.set(SigningKey.generate(KeyType.P_256)).toString();
        Files.writeString(folder.resolve("set.json"), set);
        Files.writeString(folder.resolve("hub.json"), "{\"entity\":\"https://hub.example.cn\",\"jwks\":" + set + "}");

        for (String file : new String[] {"set.json", "hub.json"}) {
            assertThat(connect(Map.of("keys", file)).terms().keys())
                    .isNotNull()
                    .satisfies(keys -> assertThat(keys.keys()).hasSize(1));
        }
        assertThat(connect(Map.of()).terms().keys()).isNull();
    }

    @Test
    void anEndpointElsewhereIsAskedOnlyWhenItsOriginIsNamed() {
        HubPlatform hub = connect(Map.of());

        assertThatThrownBy(() -> hub.ask(URI.create("https://api.hub.example.cn/fetch"), HttpQuestion.of("GET", "")))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("allow-origins");
    }

    @Test
    void trustMarksNeedATypeToAskFor() {
        HubPlatform hub = connect(Map.of());

        assertThatThrownBy(() ->
                        new HubKit().preflight(hub, Set.of("trust-marks"), id -> true, new Workspace("run", folder)))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("trust-mark-type");
    }

    @Test
    void theAddressOfAStatementKeepsTheQueryThatItHas() {
        URI list = URI.create("https://hub.example.cn/list?all=1");

        assertThat(Federation.withoutQuery(list)).hasToString("https://hub.example.cn/list");
        assertThat(Federation.withQueryOf(list, HttpQuestion.of("GET", "").parameter("a", "b"))
                        .query())
                .isEqualTo("all=1&a=b");
    }
}
