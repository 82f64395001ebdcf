package io.xuemeng.lrs.statement.requirement;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The samples of the requirements on statements: a good statement, and what one edit makes of it. A name that ends in {@code
 * -1.0} or {@code -2.0} is for that version only; all others are for every edition of their requirement.
 */
final class StatementSamples {

    private static final String STATEMENT = """
            {
              "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
              "timestamp": "2026-09-01T08:00:00.000+08:00",
              "actor": {
                "objectType": "Agent",
                "name": "示例学生",
                "account": {"homePage": "https://hub.example.cn", "name": "8f1c2d"}
              },
              "verb": {
                "id": "http://adlnet.gov/expapi/verbs/answered",
                "display": {"zh-CN": "回答了", "en": "answered"}
              },
              "object": {
                "objectType": "Activity",
                "id": "https://example.cn/lesson/312/question/1",
                "definition": {
                  "name": {"zh-CN": "第一题"},
                  "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
                  "moreInfo": "https://example.cn/lesson/312",
                  "interactionType": "choice",
                  "correctResponsesPattern": ["half[,]third"],
                  "choices": [
                    {"id": "half", "description": {"zh-CN": "二分之一"}},
                    {"id": "third", "description": {"zh-CN": "三分之一"}}
                  ],
                  "extensions": {"https://example.cn/ext/stage": "小学"}
                }
              },
              "result": {
                "score": {"scaled": 0.85, "raw": 85, "min": 0, "max": 100},
                "success": true,
                "completion": true,
                "response": "half[,]third",
                "duration": "PT1M30.5S"
              },
              "context": {
                "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
                "instructor": {"mbox": "mailto:teacher@example.cn"},
                "team": {"objectType": "Group", "member": [{"openid": "https://openid.example.org/12345"}]},
                "contextActivities": {"parent": [{"id": "https://example.cn/lesson/312"}]},
                "revision": "1",
                "platform": "示例云课堂",
                "language": "zh-CN",
                "statement": {"objectType": "StatementRef", "id": "6690e6c9-3ef0-4ed3-8b37-7f3964730bee"},
                "extensions": {"https://example.cn/ext/class": {"grade": 3, "note": null}}
              },
              "version": "VERSION",
              "attachments": [
                {
                  "usageType": "http://example.com/attachment-usage/test",
                  "display": {"zh-CN": "作业"},
                  "contentType": "application/pdf",
                  "length": 27,
                  "sha2": "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a",
                  "fileUrl": "https://example.cn/files/1.pdf"
                }
              ]
            }
            """;

    private static final String GROUP = """
            {
              "actor": {
                "objectType": "Group",
                "name": "三年级二班",
                "member": [
                  {"mbox_sha1sum": "ebd31e95054c018b10727ccffd2ef2ec3a016ee9"},
                  {"objectType": "Agent", "account": {"homePage": "https://hub.example.cn", "name": "8f1c2d"}}
                ]
              },
              "verb": {"id": "http://adlnet.gov/expapi/verbs/attended"},
              "object": {"objectType": "Agent", "mbox": "mailto:teacher@example.cn"},
              "authority": {
                "objectType": "Group",
                "member": [
                  {"account": {"homePage": "https://hub.example.cn/token", "name": "app-1"}},
                  {"mbox": "mailto:platform@example.cn"}
                ]
              }
            }
            """;

    private static final String VOIDING = """
            {
              "actor": {"mbox": "mailto:admin@example.cn"},
              "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
              "object": {"objectType": "StatementRef", "id": "e05aa883-acaf-40ad-bf54-02c8ce485fb0"}
            }
            """;

    private static final String SUB_STATEMENT = """
            {
              "actor": {"mbox": "mailto:student@example.cn"},
              "verb": {"id": "http://example.com/planned"},
              "object": {
                "objectType": "SubStatement",
                "actor": {"mbox": "mailto:student@example.cn"},
                "verb": {"id": "http://example.com/visited"},
                "object": {"objectType": "StatementRef", "id": "e05aa883-acaf-40ad-bf54-02c8ce485fb0"},
                "timestamp": "2026-09-02T08:00:00Z"
              }
            }
            """;

    private static final String CONTEXT_AGENTS = """
            {
              "actor": {"mbox": "mailto:student@example.cn"},
              "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"},
              "object": {"id": "https://example.cn/lesson/312"},
              "context": {
                "contextAgents": [
                  {
                    "objectType": "contextAgent",
                    "agent": {"objectType": "Agent", "mbox": "mailto:teacher@example.cn"},
                    "relevantTypes": ["https://example.cn/role/teacher"]
                  }
                ],
                "contextGroups": [
                  {
                    "objectType": "contextGroup",
                    "group": {"objectType": "Group", "mbox": "mailto:class@example.cn"},
                    "relevantTypes": ["https://example.cn/role/class"]
                  }
                ]
              }
            }
            """;

    private final Map<String, byte[]> files = new TreeMap<>();

    private StatementSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        StatementSamples samples = new StatementSamples();
        samples.addJson();
        samples.addStatements();
        samples.addActors();
        samples.addVerbsAndObjects();
        samples.addInteractions();
        samples.addResults();
        samples.addContexts();
        samples.addContextsOf20();
        samples.addAttachments();
        samples.addMapsAndBatches();
        return samples.files;
    }

    private static String full(String version) {
        return STATEMENT.replace("VERSION", version);
    }

    private void addJson() {
        add("REC-001", "pass", "[" + VOIDING + "]");
        add("REC-001", "fail", "[" + VOIDING + ", \"voided\"]");
        add("REC-001", "fail-scalar", "17");
        edit("REC-002", GROUP, "\"name\": \"三年级二班\",", "\"name\": \"三年级二班\", \"grade\": 3,");
        fail("REC-002", "statement", VOIDING, "\"verb\"", "\"note\": \"\", \"verb\"");
        fail(
                "REC-002",
                "agent-member",
                GROUP,
                "\"mbox\": \"mailto:teacher@example.cn\"}",
                "\"mbox\": \"mailto:teacher@example.cn\", \"member\": []}");
        fail(
                "REC-002",
                "activity-mbox",
                full("1.0.3"),
                "\"definition\"",
                "\"mbox\": \"mailto:teacher@example.cn\", \"definition\"",
                "1.0");
        fail("REC-002", "account", GROUP, "\"name\": \"app-1\"", "\"name\": \"app-1\", \"id\": 1");
        fail(
                "REC-002",
                "reference",
                VOIDING,
                "\"objectType\": \"StatementRef\"",
                "\"objectType\": \"StatementRef\", \"definition\": {\"name\": {\"en\": \"x\"}}");
        fail("REC-002", "context-agents", CONTEXT_AGENTS, "\"contextGroups\"", "\"contextgroup\"", "2.0");
        edit("REC-003", VOIDING, "\"actor\": {", "\"actor\": {\"Name\": \"A\", ");
        fail("REC-003", "statement", VOIDING, "\"verb\"", "\"Version\": \"1.0.0\", \"verb\"");
        edit("REC-004", GROUP, "\"name\": \"三年级二班\"", "\"name\": null");
        fail("REC-004", "language-map", full("1.0.3"), "\"en\": \"answered\"", "\"en\": null", "1.0");
        fail("REC-004", "context", full("2.0.0"), "\"platform\": \"示例云课堂\"", "\"platform\": null", "2.0");
        edit("REC-005", GROUP, "\"name\": \"三年级二班\"", "\"name\": 32");
        fail(
                "REC-005",
                "members",
                GROUP,
                "{\"mbox_sha1sum\": \"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"},",
                "\"mailto:a@example.cn\",");
        fail("REC-005", "attachments", full("1.0.3"), "\"attachments\": [", "\"attachments\": [17,", "1.0");
        fail("REC-005", "language-map", full("2.0.0"), "{\"zh-CN\": \"第一题\"}", "\"第一题\"", "2.0");
        failBoth("REC-005", "boolean", "\"raw\": 85", "\"raw\": true");
        edit("REC-006", full("1.0.3"), "\"raw\": 85", "\"raw\": \"85\"", "1.0");
        edit("REC-006", full("2.0.0"), "\"raw\": 85", "\"raw\": \"85\"", "2.0");
        edit("REC-007", full("1.0.3"), "\"success\": true", "\"success\": \"true\"", "1.0");
        edit("REC-007", full("2.0.0"), "\"success\": true", "\"success\": \"true\"", "2.0");
        edit("REC-008", full("1.0.3"), "{\"scaled\": 0.85, \"raw\": 85, \"min\": 0, \"max\": 100}", "{}");
        fail("REC-008", "language-map", full("1.0.3"), "{\"zh-CN\": \"作业\"}", "{}");
    }

    private void addStatements() {
        edit("REC-010", VOIDING, "\"actor\": {\"mbox\": \"mailto:admin@example.cn\"},", "");
        edit("REC-011", VOIDING, "\"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/voided\"},", "");
        edit(
                "REC-012",
                VOIDING,
                "\"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/voided\"},\n  \"object\": {\"objectType\": \"StatementRef\", \"id\": \"e05aa883-acaf-40ad-bf54-02c8ce485fb0\"}",
                "\"verb\": {\"id\": \"http://adlnet.gov/expapi/verbs/voided\"}");
        fail(
                "REC-012",
                "sub-statement",
                SUB_STATEMENT,
                "\"object\": {\"objectType\": \"StatementRef\", \"id\": \"e05aa883-acaf-40ad-bf54-02c8ce485fb0\"},",
                "");
        String id = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
        editBoth("REC-013", id, id.substring(0, 35));
        failBoth("REC-013", "hyphens", id, id.replace("-", ""));
        failBoth("REC-013", "urn", id, "urn:uuid:" + id);
        editBoth("REC-014", "2026-09-01T08:00:00.000+08:00", "2026-09-31T08:00:00.000+08:00");
        fail("REC-014", "date", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02");
        fail("REC-014", "blank", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02 08:00:00Z", "1.0");
        fail("REC-014", "mixed-forms", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02T08:00:00+0800");
        replace("REC-014", "pass-blank-2.0", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02 08:00:00Z");
        editBoth("REC-015", "2026-09-01T08:00:00.000+08:00", "2026-09-01T08:00:00.000-00:00");
        fail("REC-015", "hours", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02T08:00:00-00");
        fail("REC-015", "basic", SUB_STATEMENT, "2026-09-02T08:00:00Z", "20260902T080000-0000");
        replace("REC-015", "pass-plus", SUB_STATEMENT, "2026-09-02T08:00:00Z", "2026-09-02T08:00:00+00:00");
        editBoth("REC-016", "2026-09-01T08:00:00.000+08:00", "2026-09-01T08:00:00.000");
        fail("REC-016", "basic", SUB_STATEMENT, "2026-09-02T08:00:00Z", "20260902T080000Z");
        edit("REC-020", full("1.0.3"), "\"version\": \"1.0.3\"", "\"version\": \"1.1.0\"");
        replace("REC-020", "pass-short", full("1.0.3"), "\"version\": \"1.0.3\"", "\"version\": \"1.0\"");
        fail("REC-020", "word", full("1.0.3"), "\"version\": \"1.0.3\"", "\"version\": \"first\"");
        edit("REC-021", full("2.0.0"), "\"version\": \"2.0.0\"", "\"version\": \"second\"");
        fail("REC-021", "old", full("2.0.0"), "\"version\": \"2.0.0\"", "\"version\": \"0.9.9\"");
        edit("REC-022", full("2.0.0"), "\"version\": \"2.0.0\"", "\"version\": \"1.0.3\"");
        edit("REC-024", GROUP, ",\n      {\"mbox\": \"mailto:platform@example.cn\"}", "");
        fail(
                "REC-024",
                "identified",
                GROUP,
                "\"authority\": {",
                "\"authority\": {\"openid\": \"https://openid.example.org/1\",");
        fail(
                "REC-024",
                "three",
                GROUP,
                "{\"mbox\": \"mailto:platform@example.cn\"}",
                "{\"mbox\": \"mailto:platform@example.cn\"}, {\"mbox\": \"mailto:b@example.cn\"}");
    }

    private void addActors() {
        edit(
                "REC-030",
                GROUP,
                "{\"objectType\": \"Agent\", \"mbox\": \"mailto:teacher@example.cn\"}",
                "{\"objectType\": \"Agent\", \"name\": \"教师\"}");
        edit(
                "REC-031",
                GROUP,
                "\"mbox\": \"mailto:teacher@example.cn\"",
                "\"mbox\": \"mailto:teacher@example.cn\", \"openid\": \"https://openid.example.org/1\"");
        fail(
                "REC-031",
                "group",
                CONTEXT_AGENTS,
                "\"mbox\": \"mailto:class@example.cn\"",
                "\"mbox\": \"mailto:class@example.cn\", \"openid\": \"https://openid.example.org/1\"",
                "2.0");
        edit("REC-032", GROUP, "\"objectType\": \"Group\",\n    \"name\"", "\"objectType\": \"group\",\n    \"name\"");
        edit("REC-033", GROUP, "mailto:teacher@example.cn", "teacher@example.cn");
        String mbox = "mailto:teacher@example.cn";
        fail("REC-033", "no-address", GROUP, mbox, "mailto:teacher.example.cn");
        fail("REC-033", "two", GROUP, mbox, "mailto:teacher@example.cn,b@example.cn");
        fail("REC-033", "header", GROUP, mbox, "mailto:teacher@example.cn?subject=x");
        fail("REC-033", "blank", GROUP, mbox, "mailto: teacher@example.cn");
        fail("REC-033", "capitals", GROUP, mbox, "MAILTO:teacher@example.cn");
        fail("REC-033", "empty", GROUP, mbox, "");
        replace("REC-033", "pass-plus", GROUP, mbox, "mailto:first.last+class@mail.example.cn");
        edit("REC-034", GROUP, "ebd31e95054c018b10727ccffd2ef2ec3a016ee9", "ebd31e95054c018b10727ccffd2ef2ec3a016ee");
        fail(
                "REC-034",
                "letter",
                GROUP,
                "ebd31e95054c018b10727ccffd2ef2ec3a016ee9",
                "gbd31e95054c018b10727ccffd2ef2ec3a016ee9");
        editBoth("REC-035", "https://openid.example.org/12345", "openid.example.org/12345");
        edit("REC-036", GROUP, "https://hub.example.cn/token", "hub.example.cn/token");
        fail("REC-036", "urn", GROUP, "https://hub.example.cn/token", "urn:example:hub");
        edit("REC-037", GROUP, "\"homePage\": \"https://hub.example.cn/token\", ", "");
        edit(
                "REC-038",
                GROUP,
                "\"homePage\": \"https://hub.example.cn/token\", \"name\": \"app-1\"",
                "\"homePage\": \"https://hub.example.cn/token\"");
        editBoth(
                "REC-040",
                "{\"objectType\": \"Group\", \"member\": [{\"openid\": \"https://openid.example.org/12345\"}]}",
                "{\"objectType\": \"Group\", \"name\": \"A\"}");
        fail(
                "REC-040",
                "empty",
                GROUP,
                "\"member\": [\n      {\"mbox_sha1sum\": \"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"},\n      {\"objectType\": \"Agent\", \"account\": {\"homePage\": \"https://hub.example.cn\", \"name\": \"8f1c2d\"}}\n    ]",
                "\"member\": []");
        edit(
                "REC-041",
                GROUP,
                "{\"mbox_sha1sum\": \"ebd31e95054c018b10727ccffd2ef2ec3a016ee9\"}",
                "{\"objectType\": \"Group\", \"mbox\": \"mailto:class@example.cn\"}");
    }

    private void addVerbsAndObjects() {
        edit(
                "REC-045",
                GROUP,
                "{\"id\": \"http://adlnet.gov/expapi/verbs/attended\"}",
                "{\"display\": {\"en\": \"attended\"}}");
        edit("REC-046", GROUP, "http://adlnet.gov/expapi/verbs/attended", "attended");
        fail("REC-046", "scheme", GROUP, "http://adlnet.gov/expapi/verbs/attended", "ab=c://example.org");
        edit(
                "REC-047",
                VOIDING,
                "{\"objectType\": \"StatementRef\", \"id\": \"e05aa883-acaf-40ad-bf54-02c8ce485fb0\"}",
                "{\"id\": \"https://example.cn/lesson/312\"}");
        editBoth(
                "REC-049",
                "{\"id\": \"https://example.cn/lesson/312\"}",
                "{\"objectType\": \"activity\", \"id\": \"https://example.cn/lesson/312\"}");
        edit("REC-050", VOIDING, "\"StatementRef\"", "\"statementRef\"");
        fail(
                "REC-050",
                "unknown",
                GROUP,
                "{\"objectType\": \"Agent\", \"mbox\"",
                "{\"objectType\": \"Person\", \"mbox\"");
        editBoth("REC-051", "\"id\": \"https://example.cn/lesson/312/question/1\",", "");
        editBoth("REC-052", "https://example.cn/lesson/312/question/1", "https://example.cn/lesson 312/question/1");
        fail(
                "REC-052",
                "relative",
                full("1.0.3"),
                "https://example.cn/lesson/312/question/1",
                "/lesson/312/question/1",
                "1.0");
        editBoth(
                "REC-053",
                "\"type\": \"http://adlnet.gov/expapi/activities/cmi.interaction\",\n      \"moreInfo\": \"https://example.cn/lesson/312\",\n      \"interactionType\": \"choice\",\n      \"correctResponsesPattern\": [\"half[,]third\"],\n      \"choices\": [\n        {\"id\": \"half\", \"description\": {\"zh-CN\": \"二分之一\"}},\n        {\"id\": \"third\", \"description\": {\"zh-CN\": \"三分之一\"}}\n      ],",
                "\"type\": \"lesson\",");
        editBoth("REC-054", "\"moreInfo\": \"https://example.cn/lesson/312\"", "\"moreInfo\": \"lesson/312\"");
        edit("REC-055", VOIDING, ", \"id\": \"e05aa883-acaf-40ad-bf54-02c8ce485fb0\"", "");
        edit("REC-056", VOIDING, "e05aa883-acaf-40ad-bf54-02c8ce485fb0", "e05aa883-acaf-40ad-bf54-02c8ce485fbg");
        edit(
                "REC-057",
                SUB_STATEMENT,
                "{\"objectType\": \"StatementRef\", \"id\": \"e05aa883-acaf-40ad-bf54-02c8ce485fb0\"}",
                "{\"objectType\": \"SubStatement\", \"actor\": {\"mbox\": \"mailto:a@example.cn\"}, \"verb\": {\"id\": \"http://example.com/read\"}, \"object\": {\"id\": \"http://example.com/book\"}}");
        edit(
                "REC-058",
                SUB_STATEMENT,
                "\"objectType\": \"SubStatement\",",
                "\"objectType\": \"SubStatement\", \"version\": \"1.0.0\",");
        fail(
                "REC-058",
                "id",
                SUB_STATEMENT,
                "\"objectType\": \"SubStatement\",",
                "\"id\": \"fd41c918-b88b-4b20-a0a5-a4c32391aaa0\", \"objectType\": \"SubStatement\",");
    }

    private void addInteractions() {
        editBoth("REC-060", "\"interactionType\": \"choice\",", "");
        editBoth("REC-061", "\"interactionType\": \"choice\"", "\"interactionType\": \"Choice\"");
        editBoth("REC-062", "\"choices\": [", "\"scale\": [{\"id\": \"1\"}],\n      \"choices\": [");
        editBoth("REC-063", "{\"id\": \"half\", \"description\"", "{\"description\"");
        editBoth("REC-064", "{\"id\": \"third\"", "{\"id\": \"half\"");
        editBoth("REC-065", "{\"id\": \"third\"", "{\"id\": \"one third\"");
        editBoth(
                "REC-066",
                "\"interactionType\": \"choice\",\n      \"correctResponsesPattern\": [\"half[,]third\"],\n      \"choices\": [\n        {\"id\": \"half\", \"description\": {\"zh-CN\": \"二分之一\"}},\n        {\"id\": \"third\", \"description\": {\"zh-CN\": \"三分之一\"}}\n      ],",
                "\"interactionType\": \"true-false\",\n      \"correctResponsesPattern\": [\"yes\"],");
        edit(
                "REC-067",
                full("1.0.3"),
                "http://adlnet.gov/expapi/activities/cmi.interaction",
                "http://adlnet.gov/expapi/activities/question");
    }

    private void addResults() {
        editBoth("REC-070", "\"scaled\": 0.85", "\"scaled\": 1.01");
        fail("REC-070", "negative", full("1.0.3"), "\"scaled\": 0.85", "\"scaled\": -1.00001", "1.0");
        replace("REC-070", "pass-one-1.0", full("1.0.3"), "\"scaled\": 0.85", "\"scaled\": -1.0000");
        editBoth("REC-071", "\"raw\": 85", "\"raw\": 100.5");
        editBoth("REC-072", "\"raw\": 85, \"min\": 0, \"max\": 100", "\"min\": 100, \"max\": 100");
        editBoth("REC-073", "PT1M30.5S", "P4W1D");
        fail("REC-073", "alternative", full("2.0.0"), "PT1M30.5S", "P0003-06-04T12:30:05", "2.0");
        fail("REC-073", "no-time", full("1.0.3"), "PT1M30.5S", "PT", "1.0");
        fail("REC-073", "negative", full("1.0.3"), "PT1M30.5S", "-PT1M", "1.0");
        replace("REC-073", "pass-weeks-1.0", full("1.0.3"), "PT1M30.5S", "P4W");
        replace("REC-073", "pass-fine-2.0", full("2.0.0"), "PT1M30.5S", "PT4H35M59.143975S");
    }

    private void addContexts() {
        editBoth("REC-080", "ec531277-b57b-4c15-8d91-d292c5b2b8f7", "ec531277b57b4c158d91d292c5b2b8f7");
        edit("REC-081", VOIDING, "\"verb\"", "\"context\": {\"revision\": \"1\"}, \"verb\"");
        fail(
                "REC-081",
                "sub-statement",
                SUB_STATEMENT,
                "\"timestamp\"",
                "\"context\": {\"revision\": \"1\"}, \"timestamp\"");
        edit("REC-082", VOIDING, "\"verb\"", "\"context\": {\"platform\": \"P\"}, \"verb\"");
        editBoth("REC-083", "\"language\": \"zh-CN\"", "\"language\": \"a12345\"");
        replace(
                "REC-083",
                "pass-irregular-1.0",
                full("1.0.3"),
                "\"language\": \"zh-CN\"",
                "\"language\": \"i-klingon\"");
        editBoth(
                "REC-084",
                "{\"objectType\": \"Group\", \"member\": [{\"openid\": \"https://openid.example.org/12345\"}]}",
                "{\"openid\": \"https://openid.example.org/12345\"}");
        editBoth("REC-085", "{\"parent\": [", "{\"sibling\": [");
        editBoth("REC-086", "[{\"id\": \"https://example.cn/lesson/312\"}]", "\"https://example.cn/lesson/312\"");
        editBoth("REC-087", "{\"objectType\": \"StatementRef\", \"id\": \"6690e6c9", "{\"id\": \"6690e6c9");
    }

    private void addContextsOf20() {
        edit("REC-088", CONTEXT_AGENTS, "\"contextAgent\"", "\"ContextAgent\"");
        fail("REC-088", "absent", CONTEXT_AGENTS, "\"objectType\": \"contextAgent\",", "");
        edit(
                "REC-089",
                CONTEXT_AGENTS,
                "\"agent\": {\"objectType\": \"Agent\", \"mbox\": \"mailto:teacher@example.cn\"},",
                "");
        fail(
                "REC-089",
                "group",
                CONTEXT_AGENTS,
                "{\"objectType\": \"Agent\", \"mbox\": \"mailto:teacher@example.cn\"}",
                "{\"objectType\": \"Group\", \"mbox\": \"mailto:teacher@example.cn\"}");
        edit("REC-090", CONTEXT_AGENTS, "\"contextGroup\"", "\"group\"");
        edit(
                "REC-091",
                CONTEXT_AGENTS,
                "\"group\": {\"objectType\": \"Group\", \"mbox\": \"mailto:class@example.cn\"},",
                "");
        fail(
                "REC-091",
                "agent",
                CONTEXT_AGENTS,
                "{\"objectType\": \"Group\", \"mbox\": \"mailto:class@example.cn\"}",
                "{\"mbox\": \"mailto:class@example.cn\"}");
        edit("REC-092", CONTEXT_AGENTS, "[\"https://example.cn/role/teacher\"]", "[]");
        edit("REC-093", CONTEXT_AGENTS, "\"https://example.cn/role/class\"", "\"class\"");
    }

    private void addAttachments() {
        editBoth("REC-100", "\"usageType\": \"http://example.com/attachment-usage/test\",", "");
        editBoth("REC-101", "http://example.com/attachment-usage/test", "test");
        editBoth("REC-102", "\"display\": {\"zh-CN\": \"作业\"},", "");
        editBoth("REC-103", "\"contentType\": \"application/pdf\",", "");
        editBoth("REC-104", "\"contentType\": \"application/pdf\"", "\"contentType\": \"pdf\"");
        editBoth("REC-105", "\"length\": 27,", "");
        editBoth("REC-106", "\"length\": 27", "\"length\": 27.5");
        fail("REC-106", "negative", full("1.0.3"), "\"length\": 27", "\"length\": -1", "1.0");
        String hash = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a";
        editBoth("REC-107", "\"sha2\": \"" + hash + "\",", "");
        editBoth("REC-108", hash, "x" + hash.substring(1));
        fail("REC-108", "sha1", full("1.0.3"), hash, hash.substring(0, 40), "1.0");
        String sha512 = "f5ae792ce55bdf336801c76c7a5dfbf3216153caa9958fc5e1808a6eaafe0c15"
                + "d136cbda940e315f1257014aaaeffd61f953b8d0bfca666674752a97ea7b120c";
        replace("REC-108", "pass-sha512-1.0", full("1.0.3"), hash, sha512);
        replace("REC-108", "pass-sha512-2.0", full("2.0.0"), hash, sha512);
        editBoth("REC-109", "https://example.cn/files/1.pdf", "files/1.pdf");
        editBoth(
                "REC-110",
                "http://example.com/attachment-usage/test",
                "http://adlnet.gov/expapi/attachments/signature");
    }

    private void addMapsAndBatches() {
        editBoth("REC-115", "{\"zh-CN\": \"作业\"}", "{\"chinesisch\": \"作业\"}");
        fail(
                "REC-115",
                "extension-twice",
                full("1.0.3"),
                "{\"zh-CN\": \"作业\"}",
                "{\"zh-z-aaa-z-bbb-c-ccc\": \"作业\"}",
                "1.0");
        replace("REC-115", "pass-irregular-1.0", full("1.0.3"), "{\"zh-CN\": \"作业\"}", "{\"i-klingon\": \"作业\"}");
        editBoth("REC-118", "https://example.cn/ext/stage", "stage");
        String other = full("1.0.3").replace("fd41c918", "aaaaaaaa");
        add("REC-120", "pass-1.0", "[" + full("1.0.3") + "," + other + "]");
        add("REC-120", "fail-1.0", "[" + full("1.0.3") + "," + full("1.0.3").replace("fd41c918", "FD41C918") + "]");
        add("REC-120", "pass-2.0", ("[" + full("1.0.3") + "," + other + "]").replace("1.0.3", "2.0.0"));
        add("REC-120", "fail-2.0", ("[" + full("1.0.3") + "," + full("1.0.3") + "]").replace("1.0.3", "2.0.0"));
    }

    /** A passing and a failing sample of each version. */
    private void editBoth(String id, String before, String after) {
        edit(id, full("1.0.3"), before, after, "1.0");
        edit(id, full("2.0.0"), before, after, "2.0");
    }

    /** A further failing sample of each version. */
    private void failBoth(String id, String name, String before, String after) {
        fail(id, name, full("1.0.3"), before, after, "1.0");
        fail(id, name, full("2.0.0"), before, after, "2.0");
    }

    private void edit(String id, String statement, String before, String after, String version) {
        add(id, "pass-" + version, statement);
        replace(id, "fail-" + version, statement, before, after);
    }

    private void edit(String id, String statement, String before, String after) {
        add(id, "pass", statement);
        replace(id, "fail", statement, before, after);
    }

    private void fail(String id, String name, String statement, String before, String after) {
        replace(id, "fail-" + name, statement, before, after);
    }

    private void fail(String id, String name, String statement, String before, String after, String version) {
        replace(id, "fail-" + name + "-" + version, statement, before, after);
    }

    private void replace(String id, String name, String statement, String before, String after) {
        int at = statement.indexOf(before);
        if (at < 0) {
            throw new IllegalArgumentException(id + ": the statement has no " + before);
        }
        add(id, name, statement.substring(0, at) + after + statement.substring(at + before.length()));
    }

    private void add(String id, String name, String text) {
        files.put(id + "/" + name + ".json", text.getBytes(StandardCharsets.UTF_8));
    }
}
