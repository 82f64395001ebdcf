package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.content.AigcLabelWriter;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What producers are asked to make. Each order asks for something that careless producers get wrong. */
final class Orders {

    private static final byte[] PAGE = html("第一课");

    private Orders() {}

    /** All orders for a producer that declares these features, the plainest first. */
    static List<Order> all(Set<String> features) {
        List<Order> orders = new ArrayList<>(List.of(
                plain(),
                names(),
                folders(),
                words(),
                record(),
                contents(),
                lookAlikes(),
                hidden(),
                link(),
                leftBehind()));
        if (features.contains("ai-labels")) {
            orders.add(labelled());
        }
        if (features.contains("signs")) {
            orders.add(folders().signed(KeyType.P_256));
            orders.add(names().signed(KeyType.SM2));
        }
        for (String profile : List.of("alliance", "textbook", "content-object")) {
            if (features.contains("profile-" + profile)) {
                orders.add(of(profile));
            }
        }
        return orders;
    }

    static Order plain() {
        return Order.of(
                "plain",
                metadata("分数的初步认识").build(),
                Map.of("content/index.html", PAGE),
                List.of(Heading.over("目录", Heading.of("第一课", "content/index.html"))));
    }

    /** Names that must be escaped in an address, and survive it. */
    private static Order names() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(
                "第一课/微课 视频.html",
                "第一课/100%.html",
                "第一课/a#b.html",
                "第一课/a+b & c.html",
                "第一课/it's (1)[2].html",
                "第一课/100%25.html",
                "第一课/é.html",
                "Lesson/Index.HTML",
                "附件/𠮷.txt")) {
            files.put(name, html(name));
        }
        return Order.of(
                "names",
                metadata("文件名").build(),
                files,
                List.of(Heading.over(
                        "目录",
                        files.keySet().stream()
                                .map(path -> Heading.of(path, path))
                                .toArray(Heading[]::new))));
    }

    /** Several files, deep folders, an empty file, large files that deflate and that do not. */
    private static Order folders() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("index.html", PAGE);
        files.put("a/b/c/d/e/f/g/h/deep.txt", "深".getBytes(StandardCharsets.UTF_8));
        files.put("empty.txt", new byte[0]);
        files.put("long.txt", "三年级上册第八单元。\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        noise[0] = 0; // nobody takes it for a program
        files.put("noise.bin", noise);
        for (int i = 0; i < 40; i++) {
            files.put("pages/page-" + i + ".html", html("第 " + i + " 页"));
        }
        return Order.of(
                "folders",
                metadata("很多文件").build(),
                files,
                List.of(Heading.over("目录", Heading.of("首页", "index.html"))));
    }

    /** Words that must be escaped in XML, and survive it; more than one language. */
    private static Order words() {
        ResourceMetadata metadata = metadata("<标题> & \"引号\" 'a' ]]> 😀 𠮷")
                .description(MultilingualText.zh("第一行\n第二行，<b>不是标记</b>，&amp; 也不是。"))
                .keyword(MultilingualText.zh("分数"))
                .keyword(MultilingualText.zh("A&B"))
                .contributor(Role.PUBLISHER, "示例；出版, 社\\有限公司", LocalDate.of(2026, 9, 1))
                .build();
        return Order.of(
                "words",
                metadata,
                Map.of("content/index.html", PAGE),
                List.of(Heading.over("<目录> & ]]>", Heading.of("“第一课” & <b>", "content/index.html"))));
    }

    /** Two tables of contents, headings within headings, a file that two lines open and one that none does. */
    private static Order contents() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("one.html", "two.html", "three.html", "style.css")) {
            files.put(name, name.endsWith("css") ? "p {}\n".getBytes(StandardCharsets.UTF_8) : html(name));
        }
        return Order.of(
                "contents",
                metadata("目录").build(),
                files,
                List.of(
                        Heading.over(
                                "按课时",
                                Heading.over("第一单元", Heading.of("一", "one.html"), Heading.of("二", "two.html")),
                                Heading.over("第二单元", Heading.over("复习", Heading.of("再看一遍", "one.html")))),
                        Heading.over("按类型", Heading.of("三", "three.html"))));
    }

    /** Two names that some systems store as one. */
    private static Order lookAlikes() {
        return Order.of(
                        "look-alikes",
                        metadata("两个相同的名称").build(),
                        Map.of("lesson.html", PAGE, "ｌesson.html", html("第二课")),
                        List.of(Heading.over("目录", Heading.of("第一课", "lesson.html"))))
                .mayBeRefused();
    }

    /** A name that shows itself as another. */
    private static Order hidden() {
        return Order.of(
                        "hidden",
                        metadata("看不见的字符").build(),
                        Map.of("index.html", PAGE, "photo\u202egnp.html", PAGE),
                        List.of(Heading.over("目录", Heading.of("第一课", "index.html"))))
                .mayBeRefused();
    }

    private static Order link() {
        return Order.of(
                        "link",
                        metadata("指向外面的链接").build(),
                        Map.of("index.html", PAGE),
                        List.of(Heading.over("目录", Heading.of("第一课", "index.html"))))
                .withLink("outside.txt");
    }

    /** Files that operating systems leave behind. */
    private static Order leftBehind() {
        return Order.of(
                "left-behind",
                metadata("遗留文件").build(),
                Map.of(
                        "index.html", PAGE,
                        ".DS_Store", new byte[] {0, 0, 0, 1},
                        "images/Thumbs.db", new byte[] {0, 0, 0, 1},
                        "__MACOSX/._index.html", new byte[] {0, 5, 22, 7}),
                List.of(Heading.over("目录", Heading.of("第一课", "index.html"))));
    }

    private static Order labelled() {
        AigcLabel label = AigcLabel.builder()
                .label("1")
                .contentProducer("示例智能科技有限公司")
                .produceId("2026-11-0001")
                .reservedCode1("")
                .contentPropagator("示例教育云平台")
                .propagateId("res-2026-0001")
                .reservedCode2("")
                .build();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            AigcLabelWriter.writePng(
                    new ByteArrayInputStream(Samples.all().content("FILE-021/fail.png")), label, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Order.of(
                "labelled",
                metadata("生成的图片").aigc(label).build(),
                Map.of("picture.png", picture.toByteArray()),
                List.of(Heading.over("目录", Heading.of("图片", "picture.png"))));
    }

    /** A record that has nearly everything that the LOM has. */
    private static Order record() {
        return Order.of(
                "record",
                sample("META-101/pass.json"),
                Map.of("content/index.html", PAGE),
                List.of(Heading.over("目录", Heading.of("第一课", "content/index.html"))));
    }

    /** A record that has all that a profile asks for. */
    private static Order of(String profile) {
        return Order.of(
                        "profile-" + profile,
                        sample(profile + "-001/pass.json"),
                        Map.of("content/index.html", PAGE),
                        List.of(Heading.over("目录", Heading.of("第一课", "content/index.html"))))
                .under(profile);
    }

    /** The record of a sample, without a label that the content would have to bear too. */
    private static ResourceMetadata sample(String name) {
        byte[] json = Samples.all().content(name);
        MetadataDocument document = MetadataReader.read(json, null, Limits.defaults(), finding -> {});
        if (document == null) {
            throw new IllegalStateException("the sample " + name + " can be read");
        }
        return document.metadata().toBuilder().aigc(null).build();
    }

    private static ResourceMetadata.Builder metadata(String title) {
        return ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(MultilingualText.zh(title))
                .language("zh-CN");
    }

    private static byte[] html(String title) {
        return ("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>"
                        + title.replace("&", "&amp;") + "</title></head><body></body></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
