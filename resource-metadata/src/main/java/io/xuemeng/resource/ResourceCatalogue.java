package io.xuemeng.resource;

import io.xuemeng.core.asic.SignatureRequirement;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.timestamp.TimestampRequirement;
import io.xuemeng.core.json.JsonRequirement;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.xml.XmlRequirement;
import io.xuemeng.core.zip.PathRequirement;
import io.xuemeng.core.zip.ZipRequirement;
import io.xuemeng.resource.content.FileRequirement;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.requirement.MetadataRequirement;
import io.xuemeng.resource.signature.SignerRequirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All requirements by which this library judges resources: their metadata, manifests, files, archives and signatures. */
public final class ResourceCatalogue {

    private static final List<Requirement> CODE = code();

    private ResourceCatalogue() {}

    private static List<Requirement> code() {
        List<Requirement> all = new ArrayList<>();
        Collections.addAll(all, MetadataRequirement.values());
        Collections.addAll(all, ManifestRequirement.values());
        Collections.addAll(all, FileRequirement.values());
        Collections.addAll(all, SignerRequirement.values());
        Collections.addAll(all, SignatureRequirement.values());
        Collections.addAll(all, CertificateRequirement.values());
        Collections.addAll(all, TimestampRequirement.values());
        Collections.addAll(all, ZipRequirement.values());
        Collections.addAll(all, PathRequirement.values());
        Collections.addAll(all, XmlRequirement.values());
        Collections.addAll(all, JsonRequirement.values());
        return List.copyOf(all);
    }

    /** Those that hold whatever the profile, by family. */
    public static List<Requirement> requirements() {
        return CODE;
    }

    /** Those, and the requirements of a profile and of the profiles it extends. */
    public static RequirementCatalogue of(MetadataProfile profile) {
        List<Requirement> all = new ArrayList<>(CODE);
        all.addAll(profile.requirements());
        return RequirementCatalogue.of(all);
    }
}
