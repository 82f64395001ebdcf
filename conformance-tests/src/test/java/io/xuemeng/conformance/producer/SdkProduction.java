package io.xuemeng.conformance.producer;

import io.xuemeng.resource.packaging.PackageItem;
import io.xuemeng.resource.packaging.ResourcePackage;
import java.io.IOException;

/** This project's own way to make packages, as a platform that is tested. */
public final class SdkProduction implements PackageProduction {

    @Override
    public Production produce(ProductionRequest request) throws IOException {
        ResourcePackage.Builder builder =
                ResourcePackage.builder(request.metadata()).content(request.content());
        for (Heading organization : request.organizations()) {
            builder.organization(
                    organization.title(),
                    organization.items().stream().map(SdkProduction::item).toArray(PackageItem[]::new));
        }
        try {
            builder.writeTo(request.output());
            return Production.done();
        } catch (IllegalStateException e) {
            return Production.refused(e.getMessage());
        }
    }

    private static PackageItem item(Heading heading) {
        return new PackageItem(
                heading.title(),
                heading.path(),
                heading.items().stream().map(SdkProduction::item).toList());
    }
}
