package io.xuemeng.core.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Makes the samples of {@link PathRequirement}; the failing one is its passing twin with one edit. */
final class PathSamples {

    private static final Charset GBK = Charset.forName("GBK");

    private final Map<String, byte[]> files = new TreeMap<>();

    private PathSamples() {}

    /** The samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        PathSamples samples = new PathSamples();
        samples.forms();
        samples.kinds();
        samples.windows();
        samples.characters();
        samples.duplicates();
        samples.lengths();
        samples.encodings();
        return samples.files;
    }

    private void put(PathRequirement requirement, String name, RawZip zip) {
        files.put(requirement.id() + '/' + name + ".zip", zip.build());
    }

    private void pass(PathRequirement requirement, String path) {
        put(requirement, "pass", SamplePackage.of(path));
    }

    private void fail(PathRequirement requirement, String name, String... paths) {
        put(requirement, name, SamplePackage.of(paths));
    }

    private void forms() {
        pass(PathRequirement.TRAVERSAL, "evil.html");
        fail(PathRequirement.TRAVERSAL, "fail", "../evil.html");
        fail(PathRequirement.TRAVERSAL, "fail-inside", "content/../evil.html");
        fail(PathRequirement.TRAVERSAL, "fail-backslash", "content\\..\\..\\evil.html");
        fail(PathRequirement.TRAVERSAL, "fail-end", "content/..");
        for (String dots : new String[] {"C0AEC0AE", "E080AEE080AE", "F08080AEF08080AE"}) {
            byte[] name = concat(HexFormat.of().parseHex(dots), "/evil.html".getBytes(StandardCharsets.UTF_8));
            put(PathRequirement.TRAVERSAL, "fail-overlong-" + dots.length() / 4, named("../evil.html", name, true));
        }
        pass(PathRequirement.ENCODED_TRAVERSAL, "content/100%25.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "pass-full-width", "上．．/上／下.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-full-width", "．．/evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-full-width-slash", "content/..／..＼evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-two-dot-leader", "\u2025/evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail", "%2e%2e/evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-slash", "content/..%2F..%2Fevil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-twice", "%252e%252e/evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-overlong", "%C0%AE%c0%ae/evil.html");
        fail(PathRequirement.ENCODED_TRAVERSAL, "fail-absolute", "%2Fetc/evil.html");
        pass(PathRequirement.ABSOLUTE, "etc/evil.html");
        fail(PathRequirement.ABSOLUTE, "fail", "/etc/evil.html");
        fail(PathRequirement.ABSOLUTE, "fail-backslash", "\\etc\\evil.html");
        pass(PathRequirement.DRIVE_LETTER, "Users/evil.html");
        fail(PathRequirement.DRIVE_LETTER, "fail", "C:/Users/evil.html");
        fail(PathRequirement.DRIVE_LETTER, "fail-backslash", "c:\\Users\\evil.html");
        pass(PathRequirement.UNC, "server/share/evil.html");
        fail(PathRequirement.UNC, "fail", "\\\\server\\share\\evil.html");
        fail(PathRequirement.UNC, "fail-slashes", "//server/share/evil.html");
        pass(PathRequirement.BACKSLASH, "content/second.html");
        fail(PathRequirement.BACKSLASH, "fail", "content\\second.html");
        pass(PathRequirement.ALTERNATE_STREAM, "content/second.txt");
        fail(PathRequirement.ALTERNATE_STREAM, "fail", "content/second.txt:evil");
        pass(PathRequirement.EMPTY_SEGMENT, "content/second.html");
        fail(PathRequirement.EMPTY_SEGMENT, "fail", "content//second.html");
        fail(PathRequirement.EMPTY_SEGMENT, "fail-dot", "./content/second.html");
        fail(PathRequirement.EMPTY_SEGMENT, "fail-dot-inside", "content/./second.html");
    }

    private void kinds() {
        put(PathRequirement.SYMBOLIC_LINK, "pass", withMode(0100644));
        put(PathRequirement.SYMBOLIC_LINK, "fail", withMode(0120777));
        put(PathRequirement.SYMBOLIC_LINK, "pass-extra-field", withExtraMode(0100644, true, true));
        put(PathRequirement.SYMBOLIC_LINK, "fail-extra-field", withExtraMode(0120777, true, false));
        put(PathRequirement.SYMBOLIC_LINK, "fail-extra-field-local", withExtraMode(0120777, false, true));
        put(PathRequirement.SYMBOLIC_LINK, "fail-extra-field-both", withExtraMode(0120777, true, true));
        put(PathRequirement.SPECIAL_FILE, "pass", withMode(0100644));
        put(PathRequirement.SPECIAL_FILE, "pass-no-such-type", withMode(0177777));
        put(PathRequirement.SPECIAL_FILE, "fail", withMode(0020666));
        put(PathRequirement.SPECIAL_FILE, "fail-block", withMode(0060666));
        put(PathRequirement.SPECIAL_FILE, "fail-pipe", withMode(0010666));
        put(PathRequirement.SPECIAL_FILE, "fail-socket", withMode(0140666));
        pass(PathRequirement.LITTER, "content/second.html");
        fail(PathRequirement.LITTER, "fail", "__MACOSX/content/._index.html");
        fail(PathRequirement.LITTER, "fail-ds-store", "content/.DS_Store");
        fail(PathRequirement.LITTER, "fail-thumbs", "content/Thumbs.db");
        fail(PathRequirement.LITTER, "fail-desktop", "desktop.ini");
        pass(PathRequirement.EXECUTABLE, "content/second.js");
        for (String extension : new String[] {"exe", "bat", "vbs", "lnk", "ps1"}) {
            fail(
                    PathRequirement.EXECUTABLE,
                    extension.equals("exe") ? "fail" : "fail-" + extension,
                    "content/second." + extension);
        }
        fail(PathRequirement.EXECUTABLE, "fail-double-extension", "content/作业.pdf.EXE");
    }

    private static RawZip withMode(int mode) {
        return SamplePackage.of("content/second.html").edit(zip -> {
            zip.last().madeBy = 3;
            zip.last().mode = mode;
        });
    }

    private static RawZip withExtraMode(int mode, boolean central, boolean local) {
        return SamplePackage.of("content/second.html").edit(zip -> {
            byte[] field = RawZip.extra(0x756e, (long) mode << 32, 0);
            zip.last().extra = central ? field : zip.last().extra;
            zip.last().localExtra = local ? field : zip.last().localExtra;
        });
    }

    private void windows() {
        pass(PathRequirement.RESERVED_NAME, "content/console.html");
        fail(PathRequirement.RESERVED_NAME, "fail", "content/CON.html");
        fail(PathRequirement.RESERVED_NAME, "fail-folder", "aux/second.html");
        fail(PathRequirement.RESERVED_NAME, "fail-port", "content/com1");
        pass(PathRequirement.TRAILING_DOT_OR_SPACE, "content/second");
        fail(PathRequirement.TRAILING_DOT_OR_SPACE, "fail", "content/second.");
        fail(PathRequirement.TRAILING_DOT_OR_SPACE, "fail-space", "content /second");
        pass(PathRequirement.RESERVED_CHARACTER, "content/what.html");
        fail(PathRequirement.RESERVED_CHARACTER, "fail", "content/what?.html");
        fail(PathRequirement.RESERVED_CHARACTER, "fail-quote", "content/\"what\".html");
    }

    private void characters() {
        pass(PathRequirement.CONTROL_CHARACTER, "content/second.html");
        fail(PathRequirement.CONTROL_CHARACTER, "fail", "content/second\n.html");
        fail(PathRequirement.CONTROL_CHARACTER, "fail-nul", "content/second.html\0.png");
        fail(PathRequirement.CONTROL_CHARACTER, "fail-escape", "content/\u001b[31msecond.html");
        fail(PathRequirement.CONTROL_CHARACTER, "fail-c1", "content/\u009b31msecond.html");
        pass(PathRequirement.INVISIBLE_CHARACTER, "content/第二课lmth.png");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail", "content/第二课\u202Egnp.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-isolate", "content/\u2067第二课.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-zero-width", "content/second\u200B.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-soft-hyphen", "content/sec\u00ADond.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-tag", "content/second\uDB40\uDC41.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-filler", "content/second\u3164.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "fail-line-separator", "content/second\u2028.html");
        fail(PathRequirement.INVISIBLE_CHARACTER, "pass-emoji", "content/\uD83D\uDC69\u200D\uD83C\uDFEB\uFE0F.html");
    }

    private void duplicates() {
        put(PathRequirement.DUPLICATE, "pass", SamplePackage.of("content/second.html", "content/third.html"));
        fail(PathRequirement.DUPLICATE, "fail", "content/second.html", "content/second.html");
        put(
                PathRequirement.DUPLICATE_WHEN_FOLDED,
                "pass",
                SamplePackage.of("content/second.html", "content/①.html", "content/1.html"));
        fail(
                PathRequirement.DUPLICATE_WHEN_FOLDED,
                "pass-turkish",
                "content/\u0131.html",
                "content/I.html",
                "content/\u0130.html");
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "pass-folders-used", "content/d/1.html", "content/D/2.html");
        put(
                PathRequirement.DUPLICATE_WHEN_FOLDED,
                "pass-folders-listed",
                SamplePackage.of("content/d/", "content/D/")
                        .edit(zip -> zip.entries.subList(2, 4).forEach(entry -> entry.content = new byte[0])));
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "fail-in-folders", "content/d/1.html", "content/D/1.html");
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "fail", "content/second.html", "content/Second.html");
        fail(
                PathRequirement.DUPLICATE_WHEN_FOLDED,
                "fail-normalisation",
                "content/caf\u00e9.html",
                "content/cafe\u0301.html");
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "fail-sharp-s", "content/stra\u00dfe.html", "content/STRASSE.html");
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "fail-sigma", "content/\u03c3.html", "content/\u03c2.html");
        fail(
                PathRequirement.DUPLICATE_WHEN_FOLDED,
                "fail-full-width-accent",
                "content/\uff25\u0301.html",
                "content/\u00e9.html");
        fail(PathRequirement.DUPLICATE_WHEN_FOLDED, "fail-full-width", "content/(1).html", "content/（1）.html");
        put(
                PathRequirement.FILE_AND_DIRECTORY,
                "pass",
                SamplePackage.of("content/").edit(RawZip::empty));
        put(PathRequirement.FILE_AND_DIRECTORY, "fail", SamplePackage.of("content"));
        put(
                PathRequirement.FILE_AND_DIRECTORY,
                "fail-directory",
                SamplePackage.of("content/index.html/").edit(RawZip::empty));
    }

    private void lengths() {
        pass(PathRequirement.EMPTY_NAME, "second.html");
        fail(PathRequirement.EMPTY_NAME, "fail", "");
        pass(PathRequirement.SEGMENT_TOO_LONG, "content/" + "a".repeat(250) + ".html");
        fail(PathRequirement.SEGMENT_TOO_LONG, "fail", "content/" + "a".repeat(251) + ".html");
        fail(PathRequirement.SEGMENT_TOO_LONG, "fail-chinese", "content/" + "课".repeat(84) + ".html");
        String deep = ("a".repeat(99) + "/").repeat(40);
        pass(PathRequirement.PATH_TOO_LONG, deep + "b".repeat(91) + ".html");
        fail(PathRequirement.PATH_TOO_LONG, "fail", deep + "b".repeat(92) + ".html");
    }

    private void encodings() {
        String chinese = "content/第二课.html";
        for (PathRequirement requirement : new PathRequirement[] {
            PathRequirement.NAME_IN_GB18030,
            PathRequirement.NAME_IN_UNKNOWN_ENCODING,
            PathRequirement.UTF8_FLAG_ON_GB18030,
            PathRequirement.UTF8_WITHOUT_FLAG,
        }) {
            pass(requirement, chinese);
        }
        put(PathRequirement.NAME_IN_GB18030, "fail", named(chinese, chinese.getBytes(GBK), false));
        RawZip ambiguous = SamplePackage.of("content/一.html", chinese);
        ambiguous.entries.forEach(entry -> {
            entry.name = new String(entry.name, StandardCharsets.UTF_8).getBytes(GBK);
            entry.flags = 0;
        });
        put(PathRequirement.NAME_IN_GB18030, "fail-among-others", ambiguous);
        put(PathRequirement.UTF8_FLAG_ON_GB18030, "fail", named(chinese, chinese.getBytes(GBK), true));
        put(PathRequirement.UTF8_WITHOUT_FLAG, "fail", named(chinese, chinese.getBytes(StandardCharsets.UTF_8), false));
        put(
                PathRequirement.NAME_IN_UNKNOWN_ENCODING,
                "fail",
                named("content/cafΘ.html", "content/caf\u00e9.html".getBytes(StandardCharsets.ISO_8859_1), false));
        RawZip agreeing = SamplePackage.of(chinese);
        agreeing.last().extra = RawZip.unicodePath(agreeing.last(), chinese);
        put(PathRequirement.UNICODE_PATH_DIFFERS, "pass", agreeing);
        RawZip central = SamplePackage.of(chinese);
        central.last().extra = RawZip.unicodePath(central.last(), "content/第三课.html");
        put(PathRequirement.UNICODE_PATH_DIFFERS, "fail", central);
        RawZip local = SamplePackage.of(chinese);
        local.last().localExtra = RawZip.unicodePath(local.last(), "content/第三课.html");
        put(PathRequirement.UNICODE_PATH_DIFFERS, "fail-local", local);
        RawZip both = SamplePackage.of(chinese);
        both.last().extra = RawZip.unicodePath(both.last(), "content/第三课.html");
        both.last().localExtra = both.last().extra;
        put(PathRequirement.UNICODE_PATH_DIFFERS, "fail-both", both);
        RawZip stale = SamplePackage.of(chinese);
        stale.last().extra = RawZip.unicodePath(stale.last(), "content/第三课.html");
        stale.last().extra[5] ^= 1;
        put(PathRequirement.UNICODE_PATH_DIFFERS, "fail-stale", stale);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static RawZip named(String path, byte[] name, boolean flagged) {
        return SamplePackage.of(path).edit(zip -> {
            zip.last().name = name;
            zip.last().flags = flagged ? 1 << 11 : 0;
        });
    }
}
