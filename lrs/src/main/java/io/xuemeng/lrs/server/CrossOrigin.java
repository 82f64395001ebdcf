package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Set;

/** What pages of other origins may do (the Fetch standard, 3.2): nothing, unless their origin is on the list. */
final class CrossOrigin {

    private static final String REQUEST_HEADERS = "Accept, Accept-Language, Authorization, Content-Type, If-Match,"
            + " If-None-Match, X-Experience-API-Version, X-Experience-API-Hash";
    private static final String RESPONSE_HEADERS =
            "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through";

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** Answers OPTIONS. */
    LrsResponse preflight(Headers request, List<String> methods) {
        Headers.Builder headers = Headers.builder().set("Allow", String.join(", ", methods) + ", OPTIONS");
        String origin = request.first("Origin").orElse(null);
        if (origin == null) {
            return LrsResponse.of(204, headers);
        }
        if (!origins.contains(origin)) {
            throw Refusal.of(
                    LrsRequirement.ORIGIN, Finding.of(LrsRequirement.ORIGIN).with("origin", origin));
        }
        headers.set("Access-Control-Allow-Methods", String.join(", ", methods));
        headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
        headers.set("Access-Control-Max-Age", "600");
        return LrsResponse.of(204, headers);
    }

    /** Lets the page read a response, when its origin is on the list. */
    void allow(Headers request, Headers.Builder response) {
        if (origins.isEmpty()) {
            return;
        }
        response.add("Vary", "Origin");
        request.first("Origin")
                .filter(origins::contains)
                .ifPresent(origin -> response.set("Access-Control-Allow-Origin", origin)
                        .set("Access-Control-Expose-Headers", RESPONSE_HEADERS));
    }
}
