package io.xuemeng.core.asic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** What can be done to the entries of a package. */
record Edit(String kind, int first, int second, String name) {

    static final List<String> NAMES = List.of(
            "new.html",
            "content/new.html",
            "new/",
            "content/",
            "content/new/",
            "META-INF/new/",
            "META-INF/new.xml",
            "META-INF/ASiCManifest003.xml",
            "META-INF/ASiCManifest000.xml",
            "META-INF/other-ASiCManifest.xml",
            "META-INF/signature003.p7s",
            "META-INF/other-signature.p7s",
            "META-INF/sm2/seal003.der",
            "META-INF/sm2/other.der",
            "META-INF/manifest.xml",
            "meta-inf/ASiCManifest001.xml",
            "IMSMANIFEST.XML",
            "mimetype",
            "Mimetype");

    /** The package after some edits. */
    static byte[] apply(Map<String, byte[]> files, List<Edit> edits) {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(files.entrySet());
        for (Edit edit : edits) {
            edit.apply(entries);
        }
        return zip(entries);
    }

    /** All edits of one or two entries. */
    static List<Edit> all(List<String> paths) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            edits.add(new Edit("remove", i, 0, ""));
            edits.add(new Edit("double", i, 0, ""));
            for (int j = 0; j < paths.size(); j++) {
                edits.add(new Edit("copy", i, j, ""));
                edits.add(new Edit("rename", i, 0, paths.get(j)));
                edits.add(new Edit("add", i, 0, paths.get(j)));
                if (i < j) {
                    edits.add(new Edit("exchange", i, j, ""));
                }
            }
            for (String name : NAMES) {
                edits.add(new Edit("rename", i, 0, name));
                edits.add(new Edit("add", i, 0, name));
            }
        }
        NAMES.forEach(name -> edits.add(new Edit("empty", paths.size() - 1, 0, name)));
        return edits;
    }

    private void apply(List<Map.Entry<String, byte[]>> files) {
        if (files.size() < 2) {
            return;
        }
        int at = first % files.size();
        int other = second % files.size();
        byte[] content = files.get(at).getValue();
        switch (kind) {
            case "add" -> files.add(other, Map.entry(name, content));
            case "empty" -> files.add(at, Map.entry(name, new byte[0]));
            case "remove" -> files.remove(at);
            case "rename" -> files.set(at, Map.entry(name, content));
            case "exchange" -> {
                files.set(at, Map.entry(files.get(at).getKey(), files.get(other).getValue()));
                files.set(other, Map.entry(files.get(other).getKey(), content));
            }
            case "copy" ->
                files.set(at, Map.entry(files.get(at).getKey(), files.get(other).getValue()));
            case "double" -> files.add(other, files.get(at));
            case "shuffle" -> Collections.shuffle(files, new Random(first));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** Any names, several times too, which our own writer refuses. */
    private static byte[] zip(List<Map.Entry<String, byte[]>> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
