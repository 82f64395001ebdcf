package io.xuemeng.resource.xml;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.Element;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.MetadataElements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the schema of the XML binding from the model. Run {@link #main} in the module's folder after the model changed. */
final class SchemaGenerator {

    static final String LOM_FILE = LomXmlSchema.LOM_FILE;
    static final String XUEMENG_FILE = LomXmlSchema.XUEMENG_FILE;

    static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/io/xuemeng/resource/xml"), Path.of("../docs/schema"));

    private final Map<String, CompositeType<?>> types = new LinkedHashMap<>();
    private final Set<Element> globals = new LinkedHashSet<>();

    private SchemaGenerator() {
        collect(MetadataElements.RESOURCE_METADATA);
    }

    public static void main(String[] arguments) throws IOException {
        for (Path folder : FOLDERS) {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    /** The texts of the schema's files by name. */
    static Map<String, String> files() {
        SchemaGenerator generator = new SchemaGenerator();
        return Map.of(LOM_FILE, generator.lom(), XUEMENG_FILE, generator.xuemeng());
    }

    private void collect(CompositeType<?> type) {
        if (types.putIfAbsent(type.name(), type) == null) {
            for (Element element : type.elements()) {
                if (element.composite() != null) {
                    collect(element.composite());
                }
                if (element.origin() == Element.Origin.XUEMENG && isLom(type)) {
                    globals.add(element);
                }
            }
        }
    }

    /** A type stands in the LOM's schema as soon as one of its elements does. */
    private static boolean isLom(CompositeType<?> type) {
        return type.elements().stream().anyMatch(element -> element.origin() == Element.Origin.LOM);
    }

    private String lom() {
        StringBuilder out = new StringBuilder();
        head(out, LomNamespaces.LOM, LomNamespaces.XUEMENG, XUEMENG_FILE, """
                The canonical XML form of a metadata record: the elements of the LOM (IEEE 1484.12.1, GB/T 21365), in the
                    standard's order. Every element may be absent. Whether the values are right is not the schema's business:
                    that is what profiles say. Readers take the elements in any order and in older spellings; writers keep to
                    this form.""");
        out.append("  <xs:element name=\"lom\" type=\"lom:ResourceMetadata\"/>\n\n");
        for (CompositeType<?> type : types.values()) {
            if (isLom(type)) {
                type(out, type, true);
            }
        }
        out.append("""
                  <xs:complexType name="MultilingualText">
                    <xs:annotation>
                      <xs:documentation>The same text in several languages.</xs:documentation>
                    </xs:annotation>
                    <xs:sequence>
                      <xs:element name="string" minOccurs="0" maxOccurs="unbounded">
                        <xs:complexType>
                          <xs:simpleContent>
                            <xs:extension base="xs:string">
                              <xs:attribute name="language" type="xs:string">
                                <xs:annotation>
                                  <xs:documentation>A BCP 47 tag, for example zh-CN.</xs:documentation>
                                </xs:annotation>
                              </xs:attribute>
                            </xs:extension>
                          </xs:simpleContent>
                        </xs:complexType>
                      </xs:element>
                      <xs:element ref="xm:extension" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:complexType name="VocabularyTerm">
                    <xs:annotation>
                      <xs:documentation>A value and the vocabulary it is from.</xs:documentation>
                    </xs:annotation>
                    <xs:sequence>
                      <xs:element name="source" type="xs:string" minOccurs="0"/>
                      <xs:element name="value" type="xs:string" minOccurs="0"/>
                      <xs:element ref="xm:extension" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:complexType name="DateTimeText">
                    <xs:annotation>
                      <xs:documentation>A date or a point in time (GB/T 7408, ISO 8601), and what is said of it in words.</xs:documentation>
                    </xs:annotation>
                    <xs:sequence>
                      <xs:element name="dateTime" type="xs:string" minOccurs="0"/>
                      <xs:element name="description" type="lom:MultilingualText" minOccurs="0"/>
                      <xs:element ref="xm:extension" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>

                  <xs:complexType name="DurationText">
                    <xs:annotation>
                      <xs:documentation>A length of time (GB/T 7408, ISO 8601), and what is said of it in words.</xs:documentation>
                    </xs:annotation>
                    <xs:sequence>
                      <xs:element name="duration" type="xs:string" minOccurs="0"/>
                      <xs:element name="description" type="lom:MultilingualText" minOccurs="0"/>
                      <xs:element ref="xm:extension" minOccurs="0" maxOccurs="unbounded"/>
                    </xs:sequence>
                  </xs:complexType>

                </xs:schema>
                """);
        return out.toString();
    }

    private String xuemeng() {
        StringBuilder out = new StringBuilder();
        head(out, LomNamespaces.XUEMENG, LomNamespaces.LOM, LOM_FILE, """
                The elements that a metadata record has beyond the LOM: place in Chinese school teaching, digital textbooks
                    (GB/T 41469), the label of AI-generated content (GB 45438), accessibility, licence, and whatever else a record
                    carries.""");
        for (Element element : globals) {
            out.append("  <xs:element name=\"").append(element.name()).append("\" type=\"");
            out.append(typeName(element)).append("\"/>\n\n");
        }
        for (CompositeType<?> type : types.values()) {
            if (!isLom(type)) {
                type(out, type, false);
            }
        }
        out.append("""
                  <xs:element name="extension">
                    <xs:annotation>
                      <xs:documentation>What the model has no place for, carried along: one element of any namespace, or text.</xs:documentation>
                    </xs:annotation>
                    <xs:complexType mixed="true">
                      <xs:sequence>
                        <xs:any namespace="##any" processContents="skip" minOccurs="0"/>
                      </xs:sequence>
                      <xs:attribute name="parent" type="xs:string">
                        <xs:annotation>
                          <xs:documentation>Where it belongs, when that is not where it stands: a JSON Pointer into the record's JSON form.</xs:documentation>
                        </xs:annotation>
                      </xs:attribute>
                      <xs:attribute name="name" type="xs:string">
                        <xs:annotation>
                          <xs:documentation>What it is called, when it is no element.</xs:documentation>
                        </xs:annotation>
                      </xs:attribute>
                      <xs:attribute name="mediaType" type="xs:string">
                        <xs:annotation>
                          <xs:documentation>What its text is, when it is no element, for example application/json.</xs:documentation>
                        </xs:annotation>
                      </xs:attribute>
                    </xs:complexType>
                  </xs:element>

                </xs:schema>
                """);
        return out.toString();
    }

    private static void head(StringBuilder out, String target, String other, String otherFile, String documentation) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:lom=\"")
                .append(LomNamespaces.LOM)
                .append("\" xmlns:xm=\"")
                .append(LomNamespaces.XUEMENG)
                .append("\"\n           targetNamespace=\"")
                .append(target)
                .append("\" elementFormDefault=\"qualified\" version=\"1.0\">\n");
        out.append("  <xs:annotation>\n    <xs:documentation>\n    ")
                .append(documentation)
                .append("\n    </xs:documentation>\n  </xs:annotation>\n\n");
        out.append("  <xs:import namespace=\"").append(other).append("\" schemaLocation=\"");
        out.append(otherFile).append("\"/>\n\n");
    }

    private static void type(StringBuilder out, CompositeType<?> type, boolean lom) {
        out.append("  <xs:complexType name=\"").append(type.name()).append("\">\n    <xs:sequence>\n");
        for (Element element : type.elements()) {
            boolean reference = lom && element.origin() == Element.Origin.XUEMENG;
            out.append("      <xs:element ");
            if (reference) {
                out.append("ref=\"xm:").append(element.name());
            } else {
                out.append("name=\"")
                        .append(element.name())
                        .append("\" type=\"")
                        .append(typeName(element));
            }
            out.append("\" minOccurs=\"0\"");
            if (element.repeatable()) {
                out.append(" maxOccurs=\"unbounded\"");
            }
            out.append("/> <!-- ").append(element.number()).append(" -->\n");
        }
        out.append("      <xs:element ref=\"xm:extension\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>\n");
        out.append("    </xs:sequence>\n  </xs:complexType>\n\n");
    }

    private static String typeName(Element element) {
        if (element.kind() == ElementKind.COMPOSITE) {
            return (isLom(element.composite()) ? "lom:" : "xm:")
                    + element.composite().name();
        }
        return switch (element.kind()) {
            case MULTILINGUAL -> "lom:MultilingualText";
            case VOCABULARY -> "lom:VocabularyTerm";
            case DATE_TIME -> "lom:DateTimeText";
            case DURATION -> "lom:DurationText";
            default -> "xs:string";
        };
    }
}
