package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.store.DocumentScope;
import java.util.LinkedHashMap;
import java.util.Map;

/** The resources by their paths. */
final class Router {

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    Router(LrsEngine.Builder settings, SpokenVersions versions) {
        resources.put("about", new AboutResource(versions, settings.aboutExtensions));
        resources.put("statements", new StatementResource(settings));
        resources.put("activities", new ActivityResource(settings.store.statements()));
        resources.put("activities/state", documents(settings, DocumentScope.Kind.STATE));
        resources.put("activities/profile", documents(settings, DocumentScope.Kind.ACTIVITY_PROFILE));
        resources.put("agents", new AgentResource());
        resources.put("agents/profile", documents(settings, DocumentScope.Kind.AGENT_PROFILE));
    }

    private static Resource documents(LrsEngine.Builder settings, DocumentScope.Kind kind) {
        return new DocumentResource(settings.store.documents(), kind, settings.limits, settings.clock);
    }

    Resource find(String path) {
        Resource resource = resources.get(path);
        if (resource == null) {
            throw Refusal.of(
                    LrsRequirement.RESOURCE,
                    Finding.of(LrsRequirement.RESOURCE).with("path", path).with("allowed", resources.keySet()));
        }
        return resource;
    }
}
