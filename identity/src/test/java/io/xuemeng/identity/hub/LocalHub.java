package io.xuemeng.identity.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A hub on this machine that behaves as the facts about the national one say. The key proof is computed with the Java platform. */
final class LocalHub implements AutoCloseable {

    static final String APP_ID = "APP0001";
    static final String APP_KEY = "key-of-app-0001";
    static final String SYSTEM_CODE = "S0001";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final boolean upper;
    private final boolean millis;
    final List<String> requests = new ArrayList<>();
    volatile String validTime = "7200";
    private int tokens;
    private String ticket = "T-1";

    LocalHub(boolean upper, boolean millis) throws IOException {
        this.upper = upper;
        this.millis = millis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/bmp-web/apigateway/getAccessToken", exchange -> answer(exchange, this::token));
        server.createContext(
                "/bmp-web/userSession/createTicket",
                exchange -> authorized(
                        exchange,
                        request -> request.path("usessionId").asText().isEmpty()
                                ? refused("200001", "缺少参数")
                                : ok("{\"ticket\":\"T-1\"}")));
        server.createContext("/bmp-web/userSession/validaTicket", exchange -> authorized(exchange, this::validate));
        server.createContext(
                "/bmp-web/userSession/getLoginUserInfo",
                exchange -> authorized(
                        exchange,
                        request -> ok("{\"userInfo\":{\"personId\":\"p-7\",\"name\":\"韩梅梅\",\"userIdentity\":1}}")));
        server.createContext(
                "/bmp-web/userSession/validateSession",
                exchange -> authorized(
                        exchange,
                        request -> request.path("loginAccount").asText().equals("verified")
                                ? "{\"retCode\":\"000000\",\"retDesc\":\"ok\"}"
                                : "{\"retCode\":\"300027\",\"retDesc\":\"未认证\",\"data\":{\"certUrl\":\"https://hub/cert\"}}"));
        server.createContext(
                "/bmp-web/oauth/createOauthTicket",
                exchange -> authorized(
                        exchange, request -> "{\"retCode\":\"000000\",\"retDesc\":\"ok\",\"accessTicket\":\"AT/1\"}"));
        server.createContext(
                "/bmp-web/baseInfo/getOrgList",
                exchange -> authorized(
                        exchange, request -> ok("{\"dataList\":[{\"orgId\":\"0123456789abcdef0123456789abcdef\"}]}")));
        server.createContext(
                "/bmp-web/odd/code", exchange -> authorized(exchange, request -> refused("999123", "系统繁忙")));
        server.createContext(
                "/bmp-web/odd/number", exchange -> authorized(exchange, request -> "{\"retCode\":200002}"));
        server.createContext("/bmp-web/odd/html", exchange -> authorized(exchange, request -> "<html>"));
        server.createContext("/bmp-web/odd/empty", exchange -> authorized(exchange, request -> "{}"));
        server.createContext("/bmp-web/odd/large", exchange -> authorized(exchange, request -> " ".repeat(2 << 20)));
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/bmp-web");
    }

    private String token(JsonNode request) {
        try {
            String timeStamp = request.path("timeStamp").asText();
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(APP_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] proof = mac.doFinal((APP_ID + APP_KEY + timeStamp).getBytes(StandardCharsets.UTF_8));
            HexFormat hex = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
            boolean good = request.path("appId").asText().equals(APP_ID)
                    && request.path("sysCode").asText().equals(SYSTEM_CODE)
                    && timeStamp.length() == (millis ? 13 : 10)
                    && request.path("keyInfo").asText().equals(hex.formatHex(proof));
            if (!good) {
                return refused("200002", "参数错误");
            }
            tokens++;
            return ok("{\"accessToken\":\"token " + tokens + "\",\"validTime\":\"" + validTime + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    private String validate(JsonNode request) {
        if (!request.path("ticket").asText().equals(ticket)) {
            return refused("300006", "ticket无效");
        }
        ticket = "used";
        return ok("{\"userId\":\"u-1\",\"name\":\"李雷\",\"gender\":\"1\",\"userIdentity\":\"0\",\"orgId\":\"o\"}");
    }

    private static String ok(String data) {
        return "{\"retCode\":\"000000\",\"retDesc\":\"成功\",\"data\":" + data + "}";
    }

    private static String refused(String code, String description) {
        return "{\"retCode\":\"" + code + "\",\"retDesc\":\"" + description + "\"}";
    }

    private void authorized(HttpExchange exchange, Function<JsonNode, String> reply) throws IOException {
        answer(exchange, request -> {
            String query = exchange.getRequestURI().getQuery();
            return ("accessToken=token " + tokens).equals(query)
                    ? reply.apply(request)
                    : refused("200002", "accessToken");
        });
    }

    private void answer(HttpExchange exchange, Function<JsonNode, String> reply) throws IOException {
        String path = exchange.getRequestURI().getPath();
        synchronized (requests) {
            requests.add(path.substring(path.lastIndexOf('/') + 1));
        }
        JsonNode request = MAPPER.readTree(exchange.getRequestBody());
        byte[] body = reply.apply(request).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 200 : 405, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
