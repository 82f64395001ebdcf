package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.TrustedProxies;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever guesses has to wait by the address that the proxy tells, and not by the proxy's own, which is everybody's. */
class BehindProxyTest {

    private static final Pattern PROOF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private URI page;
    private String cookie;
    private String proof;

    private PlatformServer start(String... proxies) throws Exception {
        EntityKeys keys = EntityKeys.in(folder);
        EntityDescription hub = new EntityDescription(
                "https://hub.example.cn", Role.HUB.entityTypes(), Entity.keySet(keys.federation()));
        Entity.Settings entity = new Entity.Settings(
                URI.create("https://province.example.cn"),
                Role.PROVINCE,
                "甲",
                keys,
                hub,
                hub.entity(),
                List.of(),
                List.of());
        return PlatformServer.start(new PlatformServer.Settings(
                "localhost",
                0,
                TrustedProxies.at(List.of(proxies)),
                new Clients("https://province.example.cn"),
                null,
                new IdentityPart.Settings(entity, Accounts.none(), false)));
    }

    private void open(PlatformServer server) throws Exception {
        page = URI.create(server.address() + "/signin");
        HttpResponse<String> form = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher matcher = PROOF.matcher(form.body());
        assertThat(matcher.find()).isTrue();
        proof = matcher.group(1);
        assertThat(form.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    /** A guess that claims to come from an address, in every way that proxies know. */
    private int guess(int account, String address) throws Exception {
        return HandMadeClient.post(
                        page,
                        Map.of("csrf", proof, "account", "a" + account, "password", "guess"),
                        "Cookie",
                        cookie,
                        "X-Forwarded-For",
                        address,
                        "Forwarded",
                        "for=192.0.2." + account,
                        "X-Forwarded-Proto",
                        "http",
                        "X-Forwarded-Host",
                        "evil.example")
                .statusCode();
    }

    @Test
    void countsAttemptsByTheAddressThatTheProxyTells() throws Exception {
        try (PlatformServer server = start("127.0.0.1", "::1")) {
            open(server);
            int guesses = 0;
            // A hundred are free, and the first waits may be over on a slow machine.
            // What stands before the address that the proxy adds is the guesser's own invention.
            while (guesses < 110 && guess(guesses, "203.0.113." + guesses + ", 192.0.2.1") == 401) {
                guesses++;
            }

            assertThat(guesses).isBetween(100, 109);
            assertThat(guess(1000, "192.0.2.2")).isEqualTo(401);
        }
    }

    @Test
    void believesNobodyWithoutAProxy() throws Exception {
        try (PlatformServer server = start()) {
            assertThat(guessesWithAddressesOfItsOwn(server)).isBetween(100, 109);
        }
    }

    @Test
    void believesNobodyButTheProxiesThatAreNamed() throws Exception {
        try (PlatformServer server = start("192.0.2.200")) {
            assertThat(guessesWithAddressesOfItsOwn(server)).isBetween(100, 109);
        }
    }

    private int guessesWithAddressesOfItsOwn(PlatformServer server) throws Exception {
        open(server);
        int guesses = 0;
        while (guesses < 110 && guess(guesses, "192.0.2." + guesses) == 401) {
            guesses++;
        }
        return guesses;
    }
}
