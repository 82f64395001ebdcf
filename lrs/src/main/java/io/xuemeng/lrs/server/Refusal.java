package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import java.util.List;

/** A request that is not done, and why. Thrown within the engine, where it becomes a response. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;
    private final int status;
    private final transient Headers headers;

    private Refusal(int status, List<Finding> findings, Headers headers) {
        super("refused with " + status, null, false, false);
        this.status = status;
        this.findings = List.copyOf(findings);
        this.headers = headers;
    }

    /** For one broken requirement, with its own status. */
    static Refusal of(LrsRequirement requirement, Finding.Builder finding) {
        return new Refusal(requirement.status(), List.of(finding.build()), Headers.NONE);
    }

    /** For one broken requirement whose sentences have no placeholders. */
    static Refusal of(LrsRequirement requirement) {
        return of(requirement, Finding.of(requirement));
    }

    /** For what validation found: 400. */
    static Refusal invalid(List<Finding> findings) {
        return new Refusal(400, findings, Headers.NONE);
    }

    /** With header fields of its own. */
    Refusal with(String name, String value) {
        return new Refusal(
                status, findings, headers.toBuilder().set(name, value).build());
    }

    int status() {
        return status;
    }

    List<Finding> findings() {
        return findings;
    }

    Headers headers() {
        return headers;
    }
}
