package io.xuemeng.conformance.producer;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.resource.packaging.PackageItem;
import io.xuemeng.resource.packaging.ResourcePackage;
import io.xuemeng.resource.signature.PackageSigner;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** This project's own way to make packages, as a platform that is tested. */
public final class SdkProduction implements PackageProduction {

    /** Opening a key's file is slow on purpose; a password is that of one file. */
    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();

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
            if (request.signing() != null) {
                sign(request.output(), request.signing());
            }
            return Production.done();
        } catch (IllegalStateException e) {
            return Production.refused(e.getMessage());
        }
    }

    static void sign(Path file, Signing signing) throws IOException {
        SignerRole role = Stream.of(SignerRole.values())
                .filter(each -> each.claim().equals(signing.role()))
                .findFirst()
                .orElseThrow();
        PackageSigner.as(role, key(signing)).sign(file);
    }

    static SigningKey key(Signing signing) throws IOException {
        SigningKey key = KEYS.get(signing.password());
        if (key == null) {
            try {
                key = SigningKey.fromPkcs12(
                        signing.keystore(), signing.password().toCharArray());
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            KEYS.put(signing.password(), key);
        }
        return key;
    }

    private static PackageItem item(Heading heading) {
        return new PackageItem(
                heading.title(),
                heading.path(),
                heading.items().stream().map(SdkProduction::item).toList());
    }
}
