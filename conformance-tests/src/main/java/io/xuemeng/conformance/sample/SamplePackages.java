package io.xuemeng.conformance.sample;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataWriter;
import io.xuemeng.resource.content.AigcLabelWriter;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.FileReference;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.manifest.ManifestReader;
import io.xuemeng.resource.manifest.ManifestResource;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a whole package of each sample, because packages are what a validator judges. An archive is one already. A manifest
 * gets the files it names; a record becomes the metadata of a small package; a file becomes the content of one. What is done
 * to a bad sample and to its good twin is the same, so that the two packages differ by the sample's one edit. Thread-safe.
 */
public final class SamplePackages {

    private static final String PAGE = "content/index.html";
    private static final FindingSink UNHEARD = finding -> {};
    private static final byte[] PAGE_CONTENT =
            ("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>第一课</title></head>"
                            + "<body><p>第一课</p></body></html>\n")
                    .getBytes(StandardCharsets.UTF_8);

    private final Samples samples;
    private final Map<Sample, byte[]> made = new ConcurrentHashMap<>();

    /** Over some samples. */
    public SamplePackages(Samples samples) {
        this.samples = samples;
    }

    /** The package of a sample. The same sample gives the same bytes; the array is not to be changed. */
    public byte[] of(Sample sample) {
        return made.computeIfAbsent(sample, this::make);
    }

    private byte[] make(Sample sample) {
        byte[] content = samples.content(sample);
        String family = sample.family();
        if (family.equals("FILE")) {
            return ofFile(sample, content);
        }
        return switch (sample.extension()) {
            case "zip" -> content;
            case "xml" -> family.equals("META") ? ofRecordFile(content) : ofManifest(sample, content);
            case "json" -> isForm(sample) ? ofJsonFile(content) : ofRecord(sample, content);
            default -> throw new IllegalStateException("no package can be made of the sample " + sample);
        };
    }

    /** Samples about how a record is written in JSON stay as they are; those about what it says are written as LOM in XML. */
    private static boolean isForm(Sample sample) {
        return sample.family().equals("JSON")
                || (sample.family().equals("META") && sample.id().compareTo("META-060") < 0);
    }

    private static byte[] ofRecordFile(byte[] record) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", PackageTemplates.pointingTo("metadata.xml", PAGE));
        files.put("metadata.xml", record);
        files.put(PAGE, PAGE_CONTENT);
        return SmallPackage.zip(files);
    }

    private static byte[] ofJsonFile(byte[] record) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", PackageTemplates.holding("", PAGE));
        files.put("metadata.json", record);
        files.put(PAGE, PAGE_CONTENT);
        return SmallPackage.zip(files);
    }

    private byte[] ofRecord(Sample sample, byte[] json) {
        ResourceMetadata record = record(json);
        AigcLabel label = record(samples.content(samples.twin(sample))).aigc();
        Map<String, byte[]> files = new LinkedHashMap<>();
        String page = label == null ? PAGE : "content/picture.png";
        files.put("imsmanifest.xml", PackageTemplates.holding(xml(record), page));
        files.put(page, label == null ? PAGE_CONTENT : picture(label));
        return SmallPackage.zip(files);
    }

    private static ResourceMetadata record(byte[] json) {
        MetadataDocument document = MetadataReader.read(json, null, Limits.defaults(), UNHEARD);
        if (document == null) {
            throw new IllegalStateException("a sample about what a record says can be read");
        }
        return document.metadata();
    }

    private byte[] ofFile(Sample sample, byte[] content) {
        byte[] label = samples.label(sample);
        String xml = "";
        if (label != null) {
            xml = xml(ResourceMetadata.builder().aigc(DeclaredLabel.read(label)).build());
        } else if (DeclaredLabel.isAbout(sample)) {
            xml = xml(ResourceMetadata.builder().aigc(DeclaredLabel.usual()).build());
        }
        String path = "content/" + sample.file().replaceFirst("^(?:pass|fail)[^.]*", "sample");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", PackageTemplates.holding(xml, path));
        files.put(path, content);
        return SmallPackage.zip(files);
    }

    /** The record as an element of a manifest. */
    private static String xml(ResourceMetadata record) {
        String document = new String(MetadataWriter.toXml(record), StandardCharsets.UTF_8);
        return document.substring(document.indexOf("?>") + 2).strip() + '\n';
    }

    private byte[] picture(AigcLabel label) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try {
            AigcLabelWriter.writePng(new ByteArrayInputStream(samples.content("FILE-021/fail.png")), label, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy.toByteArray();
    }

    private byte[] ofManifest(Sample sample, byte[] manifest) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", manifest);
        for (String path : targets(samples.content(samples.twin(sample)))) {
            files.put(path, PAGE_CONTENT);
        }
        return SmallPackage.zip(files);
    }

    /** The paths of the files that a manifest names. */
    private static Set<String> targets(byte[] manifest) {
        Set<String> paths = new TreeSet<>();
        ManifestDocument document = ManifestReader.read(manifest, null, Limits.defaults(), UNHEARD);
        if (document != null) {
            targets(document.manifest(), "", paths);
        }
        return paths;
    }

    private static void targets(Manifest manifest, String parent, Set<String> paths) {
        String base = parent + text(manifest.base());
        for (ManifestResource resource : manifest.resources()) {
            String own = base + text(resource.base());
            for (FileReference file : resource.files()) {
                add(own, file.href(), paths);
            }
            add(own, resource.href(), paths);
        }
        manifest.manifests().forEach(nested -> targets(nested, base, paths));
    }

    private static void add(String base, @Nullable String href, Set<String> paths) {
        if (href == null || href.isEmpty() || href.contains(":") || base.contains(":")) {
            return;
        }
        String address = href.replaceFirst("[?#].*$", "");
        String path = URLDecoder.decode((base + address).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!path.isEmpty() && !path.startsWith("/") && !path.contains("..") && !path.endsWith("/")) {
            paths.add(path);
        }
    }

    private static String text(@Nullable String base) {
        return base == null ? "" : base;
    }
}
