package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.federation.ClientTokens;
import io.xuemeng.identity.session.ProofKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform of the federation that does each step by hand, so that each can be done wrongly. */
final class HandMadeClient {

    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    final String verifier = Secrets.random();
    private final String entity;
    private final ClientTokens tokens;

    HandMadeClient(URI entity, SigningKey key) {
        this.entity = entity.toString();
        this.tokens = ClientTokens.of(this.entity, key, Entity.keyId(key), Clock.systemUTC(), new SecureRandom());
    }

    String redirectUri() {
        return entity + "/visit/callback";
    }

    /** A request as it should be, with these parameters in the place of its own; an empty one is left out. */
    URI request(URI provider, Map<String, String> changes) throws Exception {
        return Parameters.append(provider + "/authorize", Map.of("request", requestObject(provider, changes)));
    }

    String requestObject(URI provider, Map<String, String> changes) throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("scope", "openid statements/write statements/read/mine");
        parameters.put("redirect_uri", redirectUri());
        parameters.put("state", "s-1");
        parameters.put("nonce", "n-1");
        parameters.put("code_challenge", ProofKey.challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(changes);
        parameters.values().removeIf(String::isEmpty);
        return tokens.requestObject(provider.toString(), parameters, List.of());
    }

    String assertion(URI provider) throws Exception {
        return tokens.assertion(provider.toString());
    }

    /** Signs somebody in and returns the parameters that come back. */
    Map<String, String> signIn(Browser browser, TestFederation federation, Map<String, String> changes)
            throws Exception {
        Browser.Page form = browser.open(request(federation.province, changes));
        Browser.Page back = browser.submitUpTo(
                form,
                Map.of(
                        "account", federation.people.pupil(),
                        "password", federation.people.pupilPassword(),
                        "action", "signin"),
                redirectUri());
        return query(back.way().get(back.way().size() - 1));
    }

    static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return query;
    }

    /** The form of a token request as it should be, with changes. */
    Map<String, String> tokenRequest(URI provider, String code, Map<String, String> changes) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri());
        form.put("code_verifier", verifier);
        form.put("client_assertion_type", ASSERTION_TYPE);
        form.put("client_assertion", assertion(provider));
        form.putAll(changes);
        return form;
    }

    static HttpResponse<String> post(URI address, Map<String, String> form, String... headers) throws Exception {
        return post(address, Parameters.encode(form), headers);
    }

    static HttpResponse<String> post(URI address, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> exchange(URI provider, String code) throws Exception {
        return post(URI.create(provider + "/token"), tokenRequest(provider, code, Map.of()));
    }

    /** A member of a JSON object that is a string. */
    static String member(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}
