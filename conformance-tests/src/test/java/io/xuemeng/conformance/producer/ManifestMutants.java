package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import java.util.List;
import java.util.function.UnaryOperator;

/** Producers whose manifests say something wrong. */
final class ManifestMutants {

    private ManifestMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                text(
                        "writes another root",
                        text -> text.replaceFirst("<manifest", "<package").replaceFirst("</manifest>", "</package>")),
                text(
                        "declares files that are not there",
                        text -> text.replaceFirst("<file href=\"", "<file href=\"missing.html\"/><file href=\"")),
                text(
                        "declares files in capitals",
                        text -> text.replaceAll("(<file href=\"[^\"]*)\\.html\"", "$1.HTML\"")),
                text(
                        "does not encode addresses",
                        text -> text.replace("%20", " ").replace("%25", "%")),
                text("writes queries into addresses", text -> text.replaceAll("(<file href=\"[^\"]*)\"", "$1?v=1\"")),
                text("begins addresses with a slash", text -> text.replaceAll("<file href=\"", "<file href=\"/")),
                text("writes backslashes into addresses", text -> text.replaceAll("(<file href=\"[^\"/]*)/", "$1\\\\")),
                text(
                        "declares files of the folder above",
                        text -> text.replaceFirst("<file href=\"", "<file href=\"../other.html\"/><file href=\"")),
                text(
                        "declares files of its own disk",
                        text -> text.replaceFirst("<file href=\"", "<file href=\"file:///C:/a.html\"/><file href=\"")),
                text(
                        "declares files without an address",
                        text -> text.replaceFirst("<file href=\"", "<file href=\"\"/><file href=\"")),
                text(
                        "does not declare its files",
                        text -> text.replaceAll("<file href=\"[^\"]*\"/>\\s*", "")
                                .replaceAll(" href=\"[^\"]*\"", "")),
                text("declares files twice", text -> text.replaceAll("(<file href=\"[^\"]*\"/>)", "$1$1")),
                text(
                        "writes a base without its slash",
                        text -> text.replaceFirst("<resources>", "<resources xml:base=\"content\">")
                                .replaceAll("href=\"content/", "href=\"")),
                text(
                        "refers to resources that are not there",
                        text -> text.replaceFirst("identifierref=\"RES-1\"", "identifierref=\"RES-999\"")),
                text(
                        "names a default organization that is not there",
                        text -> text.replace("default=\"ORG-1\"", "default=\"ORG-9\"")),
                text(
                        "depends on resources that are not there",
                        text -> text.replaceAll("(<resource [^>]*>)", "$1<dependency identifierref=\"RES-999\"/>")),
                text(
                        "depends in a circle",
                        text -> text.replaceAll(
                                "(<resource identifier=\"(RES-[^\"]*)\"[^>]*>)",
                                "$1<dependency identifierref=\"$2\"/>")),
                text(
                        "gives one identifier to two",
                        text -> text.replace("identifier=\"ITEM-1\"", "identifier=\"RES-1\"")),
                text(
                        "gives numbers for identifiers",
                        text -> text.replaceAll("identifier=\"ITEM-(\\d+)\"", "identifier=\"$1\"")),
                text("gives items no identifiers", text -> text.replaceAll("<item identifier=\"[^\"]*\"", "<item")),
                text(
                        "writes a schema of its own",
                        text -> text.replace("<schema>IMS Content", "<schema>Vendor Content")),
                text(
                        "writes no schema",
                        text -> text.replaceAll("<schema>.*?</schemaversion>", "")
                                .replaceAll("(?s)<schema>.*?</schemaversion>", "")),
                text(
                        "writes a version of its own",
                        text -> text.replace("IMS Content", "ADL SCORM").replace("1.1.4", "2004 9th Edition")),
                text(
                        "says SCORM and writes none",
                        text -> text.replace("IMS Content", "ADL SCORM").replace("1.1.4", "1.2")),
                text(
                        "writes schema locations without a partner",
                        text -> text.replaceFirst(
                                "<manifest ",
                                "<manifest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imscp_v1p1\" ")),
                text(
                        "points at schemas that it does not pack",
                        text -> text.replaceFirst(
                                "<manifest ",
                                "<manifest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd\" ")),
                text(
                        "mistypes a namespace",
                        text -> text.replaceFirst(
                                "<manifest ", "<manifest xmlns:adlnav=\"http://www.adlnet.org/xsd/adlnav_vlp3\" ")),
                text(
                        "gives the manifest a namespace of its own",
                        text -> text.replace("http://www.imsglobal.org/xsd/imscp_v1p1", "urn:x-vendor:package")),
                text(
                        "writes elements of its own into the standard's namespace",
                        text -> text.replaceFirst("<resources>", "<made>today</made><resources>")),
                text("writes titles twice", text -> text.replaceAll("(<title>[^<]*</title>)", "$1$1")),
                text("writes no organizations", text -> text.replaceAll("(?s)<organizations.*</organizations>", "")),
                scorm("gives SCORM resources no type", ""),
                scorm("writes the SCORM type of another edition", " adlcp:scormtype=\"asset\""),
                scorm("writes a SCORM type of its own", " adlcp:scormType=\"page\""),
                text(
                        "launches resources that have no address",
                        text -> asScorm(text, " adlcp:scormType=\"sco\"")
                                .replaceAll("(<resource [^>]*?) href=\"[^\"]*\"", "$1")));
    }

    private static ProducerMutant text(String name, UnaryOperator<String> edit) {
        return writing(name, bytes -> Archive.withManifest(bytes, edit));
    }

    private static ProducerMutant scorm(String name, String type) {
        return text(name, text -> asScorm(text, type));
    }

    private static String asScorm(String text, String type) {
        return text.replace("IMS Content", "ADL SCORM")
                .replace("1.1.4", "2004 4th Edition")
                .replaceFirst("<manifest ", "<manifest xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" ")
                .replaceAll("<resource ", "<resource" + type + " ");
    }
}
