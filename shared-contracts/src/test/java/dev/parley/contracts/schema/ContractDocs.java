package dev.parley.contracts.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of the contracts, read from their sources: it becomes the description in the schemas. */
final class ContractDocs {

    private final Map<String, DocCommentTree> comments = new HashMap<>();

    private ContractDocs() {}

    static ContractDocs of(Path sources) {
        ContractDocs docs = new ContractDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(in(sources)));
            CommentCollector collector = new CommentCollector(DocTrees.instance(task), docs.comments);
            for (CompilationUnitTree unit : task.parse()) {
                collector.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    /** What a type says of itself. */
    Optional<String> of(Class<?> type) {
        return comment(type).map(comment -> DocText.of(comment.getFullBody())).filter(text -> !text.isEmpty());
    }

    /** What a record says of one of its components. */
    Optional<String> of(Class<?> type, String component) {
        return comment(type)
                .flatMap(comment -> comment.getBlockTags().stream()
                        .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                        .map(ParamTree.class::cast)
                        .filter(param -> param.getName().getName().contentEquals(component))
                        .map(param -> DocText.of(param.getDescription()))
                        .findFirst());
    }

    private Optional<DocCommentTree> comment(Class<?> type) {
        return Optional.ofNullable(comments.get(type.getCanonicalName()));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
