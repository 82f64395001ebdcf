package io.xuemeng.resource.content;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.util.List;

/** One file inspected, and what was found. */
record Inspecting(Inspection inspection, List<Finding> findings) {

    static Inspecting of(String path, byte[] content) {
        return of(path, content, Limits.defaults(), content.length, Math.max(1, content.length));
    }

    static Inspecting of(String path, byte[] content, Limits limits, long size, int step) {
        FindingCollector findings = new FindingCollector();
        ContentProbe probe = ContentInspector.of(limits).probe(path, size);
        for (int at = 0; at < content.length && probe.wantsMore(); at += step) {
            probe.accept(content, at, Math.min(step, content.length - at));
        }
        return new Inspecting(probe.finish(findings), findings.findings());
    }

    List<String> ids() {
        return findings.stream().map(Finding::id).toList();
    }

    List<LabelCarrier> carriers() {
        return inspection.labels().stream().map(FoundLabel::carrier).toList();
    }
}
