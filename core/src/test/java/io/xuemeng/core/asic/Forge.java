package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.cms.ForgedMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Containers that are signed and wrong. */
final class Forge {

    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    private Forge() {}

    /** A container with one signature, over a manifest that is edited before it is signed. */
    static byte[] container(UnaryOperator<String> manifest, Function<byte[], byte[]> message) {
        Map<String, byte[]> files = files();
        byte[] edited = manifest.apply(manifest(files)).getBytes(StandardCharsets.UTF_8);
        files.put(MANIFEST, edited);
        files.put(SIGNATURE, message.apply(edited));
        return Packages.zip(files);
    }

    /** A container with one signature that is made in a way of one's own. */
    static byte[] container(Function<byte[], byte[]> message) {
        return container(UnaryOperator.identity(), message);
    }

    /** A container signed by somebody, with what is embedded. */
    static byte[] signedBy(Signer signer, ValidationMaterial material) {
        return container(manifest -> message(signer, manifest).embed(material).build());
    }

    /** A message like those of the writer, to be spoilt. */
    static ForgedMessage message(Signer signer, byte[] manifest) {
        return ForgedMessage.of(signer, manifest, DemoPki.SIGNED);
    }

    /** The author's message with the authority's list, to be spoilt. */
    static ForgedMessage authors(byte[] manifest) {
        return message(DemoPki.AUTHOR, manifest).embed(DemoPki.lists(DemoPki.LIST));
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", Packages.bytes(ContainerPaths.MIME_TYPE));
        files.putAll(Packages.plain());
        return files;
    }

    static String manifest(Map<String, byte[]> files) {
        Map<String, Map<DigestAlgorithm, byte[]>> digests = new LinkedHashMap<>();
        files.forEach((path, content) -> digests.put(
                path,
                Map.of(
                        DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_256.digest(content),
                        DigestAlgorithm.SM3, DigestAlgorithm.SM3.digest(content))));
        return new String(ManifestWriter.write(MANIFEST, SIGNATURE, null, digests, List.of()), StandardCharsets.UTF_8);
    }
}
