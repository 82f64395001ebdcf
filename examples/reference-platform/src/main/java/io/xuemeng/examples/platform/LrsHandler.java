package io.xuemeng.examples.platform;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.xuemeng.examples.platform.oidc.Bearer;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.server.LrsRequest;
import io.xuemeng.lrs.server.LrsResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine as a handler of Javalin: all that an LRS needs of a web framework. */
final class LrsHandler implements Handler {

    /** Where the LRS lives. */
    static final String BASE_PATH = "/xapi";

    /** The attribute of a request under which its client's name stands once that is known. */
    static final String CLIENT = "client";

    private static final String RETRY_AFTER = "retry-after";

    /** Headers of the engine that say what its answer is, and not that it is an answer of an LRS. */
    private static final Set<String> OF_THE_ANSWER =
            Set.of("WWW-Authenticate", "Content-Length", "Content-Type", "Content-Language");

    private final LrsEngine engine;
    private final Callers callers;

    LrsHandler(LrsEngine engine, Callers callers) {
        this.engine = engine;
        this.callers = callers;
    }

    /** Takes every method: the engine says which are allowed. */
    static void register(RoutesConfig routes, Handler handler) {
        for (HandlerType method : HandlerType.commonHttp()) {
            routes.addHttpHandler(method, BASE_PATH, handler);
            routes.addHttpHandler(method, BASE_PATH + "/<path>", handler);
        }
    }

    @Override
    public void handle(Context context) throws IOException {
        HttpServletRequest request = context.req();
        LrsResponse response = engine.handle(
                LrsRequest.of(request.getMethod(), request.getRequestURI().substring(BASE_PATH.length()))
                        .query(request.getQueryString())
                        .headers(headers(request))
                        .body(request.getInputStream())
                        .build(),
                headers -> named(context, callers.authenticate(headers, context.ip())));
        HttpServletResponse out = context.res();
        // Javalin has set a content type of its own.
        out.reset();
        @Nullable String retryAfter = context.attribute(RETRY_AFTER);
        if (response.status() == 401 && retryAfter != null) {
            // What was shown was not looked at: whoever sent too much that is wrong comes again later.
            out.setStatus(429);
            out.addHeader("Retry-After", retryAfter);
            response.headers().forEach((name, value) -> {
                if (!OF_THE_ANSWER.contains(name)) {
                    out.addHeader(name, value);
                }
            });
            return;
        }
        out.setStatus(response.status());
        response.headers().forEach(out::addHeader);
        if (response.status() == 401 && callers.takesTokens()) {
            // Beside the engine's own challenge: a client takes the one it knows (RFC 9110, 11.6.1).
            boolean shown = Bearer.token(request.getHeader("Authorization")).isPresent();
            out.addHeader("WWW-Authenticate", "Bearer realm=\"xAPI\"" + (shown ? ", error=\"invalid_token\"" : ""));
        }
        response.body().writeTo(out.getOutputStream());
    }

    private static Caller named(Context context, Callers.Answer answer) {
        context.attribute(CLIENT, answer.caller().name());
        context.attribute(RETRY_AFTER, answer.retryAfter());
        return answer.caller();
    }

    private static Headers headers(HttpServletRequest request) {
        Headers.Builder headers = Headers.builder();
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
        }
        return headers.build();
    }
}
