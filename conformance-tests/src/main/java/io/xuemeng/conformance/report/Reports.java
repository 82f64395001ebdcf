package io.xuemeng.conformance.report;

import io.xuemeng.conformance.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** All reports of one run in one folder. */
public final class Reports {

    /** The canonical result. */
    public static final String RESULT = "result.json";

    private Reports() {}

    /**
     * Writes {@code result.json}, and {@code junit.xml}, {@code index.html} and {@code earl.jsonld} made of it.
     *
     * @param folder made when it does not exist; files of these names are replaced
     * @param locale in which the page opens, and which the XML is in
     */
    public static void write(RunResult result, Path folder, Locale locale) throws IOException {
        Files.createDirectories(folder);
        ResultFile.write(result, folder.resolve(RESULT));
        derive(result, folder, locale);
    }

    /** Writes only the reports that are made of a result. */
    public static void derive(RunResult result, Path folder, Locale locale) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("junit.xml"), JunitXml.of(result, locale));
        Files.writeString(folder.resolve("index.html"), HtmlPage.of(result, locale));
        Files.writeString(folder.resolve("earl.jsonld"), Earl.of(result));
    }
}
