package io.xuemeng.conformance.sample;

import java.nio.charset.StandardCharsets;

/** The manifests of the small packages around samples that are no packages themselves. */
final class PackageTemplates {

    private static final String HOLDING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="MANIFEST">
              <metadata>
                <schema>IMS Content</schema>
                <schemaversion>1.1.4</schemaversion>
            %RECORD%  </metadata>
              <organizations default="ORG-1">
                <organization identifier="ORG-1">
                  <title>示例</title>
                  <item identifier="ITEM-1" identifierref="RES-1">
                    <title>第一课</title>
                  </item>
                </organization>
              </organizations>
              <resources>
                <resource identifier="RES-1" type="webcontent" href="%FILE%">
                  <file href="%FILE%"/>
                </resource>
              </resources>
            </manifest>
            """;

    private static final String POINTING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
                xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" identifier="MANIFEST">
              <metadata>
                <schema>ADL SCORM</schema>
                <schemaversion>2004 4th Edition</schemaversion>
                <adlcp:location>%RECORD%</adlcp:location>
              </metadata>
              <organizations default="ORG-1">
                <organization identifier="ORG-1">
                  <title>示例</title>
                  <item identifier="ITEM-1" identifierref="RES-1">
                    <title>第一课</title>
                  </item>
                </organization>
              </organizations>
              <resources>
                <resource identifier="RES-1" type="webcontent" adlcp:scormType="asset" href="%FILE%">
                  <file href="%FILE%"/>
                </resource>
              </resources>
            </manifest>
            """;

    private PackageTemplates() {}

    /** A manifest of IMS Content Packaging with a record in it, or with none when the text is empty. */
    static byte[] holding(String record, String file) {
        return fill(HOLDING, record, file);
    }

    /** A manifest of SCORM whose record stands in a file of its own. */
    static byte[] pointingTo(String record, String file) {
        return fill(POINTING, record, file);
    }

    private static byte[] fill(String template, String record, String file) {
        return template.replace("%RECORD%", record).replace("%FILE%", file).getBytes(StandardCharsets.UTF_8);
    }
}
