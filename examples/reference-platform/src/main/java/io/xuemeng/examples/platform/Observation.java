package io.xuemeng.examples.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and logs requests: which resource, which client system, what came of it and how long it took. Neither query, nor path of
 * something unknown, nor address of the sender: they can tell who a person is.
 */
final class Observation {

    private static final Logger LOG = LoggerFactory.getLogger("access");
    private static final Set<String> RESOURCES = Set.of(
            "statements", "activities", "activities/state", "activities/profile", "agents", "agents/profile", "about");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Observation() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /** A handler whose requests are counted. */
    Handler of(Handler handler) {
        return context -> {
            long start = System.nanoTime();
            int status = 500;
            try {
                handler.handle(context);
                status = context.res().getStatus();
            } finally {
                note(context, status, System.nanoTime() - start);
            }
        };
    }

    private void note(Context context, int status, long nanos) {
        String path = context.req().getRequestURI().substring(LrsHandler.BASE_PATH.length());
        String resource = path.startsWith("/") && RESOURCES.contains(path.substring(1)) ? path.substring(1) : "other";
        String method =
                METHODS.contains(context.req().getMethod()) ? context.req().getMethod() : "other";
        Timer.builder("xapi.requests")
                .description("requests to the learning record store")
                .tags("method", method, "resource", resource, "status", Integer.toString(status))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry)
                .record(Duration.ofNanos(nanos));
        String client = context.attribute(LrsHandler.CLIENT);
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("resource", resource)
                .addKeyValue("status", status)
                .addKeyValue("micros", nanos / 1000)
                .addKeyValue("client", client == null ? "" : client)
                .log("request");
    }
}
