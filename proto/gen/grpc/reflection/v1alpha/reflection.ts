// Made by `npm run proto` from proto/grpc/reflection/v1alpha/reflection.proto. Do not edit.
import { MessageType } from "../../../../wire/message-type.ts";

/** What a client may ask about the services of a server. */
export interface ServerReflectionRequest {
  host: string;
  fileByFilename: string | undefined;
  fileContainingSymbol: string | undefined;
  fileContainingExtension: ExtensionRequest | undefined;
  allExtensionNumbersOfType: string | undefined;
  listServices: string | undefined;
}
export const ServerReflectionRequest: MessageType<ServerReflectionRequest> = /* @__PURE__ */ new MessageType<ServerReflectionRequest>(
  "grpc.reflection.v1alpha.ServerReflectionRequest",
  () => ({ host: "", fileByFilename: undefined, fileContainingSymbol: undefined, fileContainingExtension: undefined, allExtensionNumbersOfType: undefined, listServices: undefined }),
  [
    { no: 1, name: "host", protoName: "host", kind: "string", repeated: false, explicit: false },
    { no: 3, name: "fileByFilename", protoName: "file_by_filename", kind: "string", repeated: false, explicit: true, oneof: "message_request" },
    { no: 4, name: "fileContainingSymbol", protoName: "file_containing_symbol", kind: "string", repeated: false, explicit: true, oneof: "message_request" },
    { no: 5, name: "fileContainingExtension", protoName: "file_containing_extension", kind: "message", repeated: false, explicit: true, oneof: "message_request", message: () => ExtensionRequest as unknown as MessageType<object> },
    { no: 6, name: "allExtensionNumbersOfType", protoName: "all_extension_numbers_of_type", kind: "string", repeated: false, explicit: true, oneof: "message_request" },
    { no: 7, name: "listServices", protoName: "list_services", kind: "string", repeated: false, explicit: true, oneof: "message_request" },
  ],
);

export interface ExtensionRequest {
  containingType: string;
  extensionNumber: number;
}
export const ExtensionRequest: MessageType<ExtensionRequest> = /* @__PURE__ */ new MessageType<ExtensionRequest>(
  "grpc.reflection.v1alpha.ExtensionRequest",
  () => ({ containingType: "", extensionNumber: 0 }),
  [
    { no: 1, name: "containingType", protoName: "containing_type", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "extensionNumber", protoName: "extension_number", kind: "int32", repeated: false, explicit: false },
  ],
);

export interface ServerReflectionResponse {
  validHost: string;
  originalRequest: ServerReflectionRequest | undefined;
  fileDescriptorResponse: FileDescriptorResponse | undefined;
  allExtensionNumbersResponse: ExtensionNumberResponse | undefined;
  listServicesResponse: ListServiceResponse | undefined;
  errorResponse: ErrorResponse | undefined;
}
export const ServerReflectionResponse: MessageType<ServerReflectionResponse> = /* @__PURE__ */ new MessageType<ServerReflectionResponse>(
  "grpc.reflection.v1alpha.ServerReflectionResponse",
  () => ({ validHost: "", originalRequest: undefined, fileDescriptorResponse: undefined, allExtensionNumbersResponse: undefined, listServicesResponse: undefined, errorResponse: undefined }),
  [
    { no: 1, name: "validHost", protoName: "valid_host", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "originalRequest", protoName: "original_request", kind: "message", repeated: false, explicit: false, message: () => ServerReflectionRequest as unknown as MessageType<object> },
    { no: 4, name: "fileDescriptorResponse", protoName: "file_descriptor_response", kind: "message", repeated: false, explicit: true, oneof: "message_response", message: () => FileDescriptorResponse as unknown as MessageType<object> },
    { no: 5, name: "allExtensionNumbersResponse", protoName: "all_extension_numbers_response", kind: "message", repeated: false, explicit: true, oneof: "message_response", message: () => ExtensionNumberResponse as unknown as MessageType<object> },
    { no: 6, name: "listServicesResponse", protoName: "list_services_response", kind: "message", repeated: false, explicit: true, oneof: "message_response", message: () => ListServiceResponse as unknown as MessageType<object> },
    { no: 7, name: "errorResponse", protoName: "error_response", kind: "message", repeated: false, explicit: true, oneof: "message_response", message: () => ErrorResponse as unknown as MessageType<object> },
  ],
);

export interface FileDescriptorResponse {
  fileDescriptorProto: Uint8Array[];
}
export const FileDescriptorResponse: MessageType<FileDescriptorResponse> = /* @__PURE__ */ new MessageType<FileDescriptorResponse>(
  "grpc.reflection.v1alpha.FileDescriptorResponse",
  () => ({ fileDescriptorProto: [] }),
  [
    { no: 1, name: "fileDescriptorProto", protoName: "file_descriptor_proto", kind: "bytes", repeated: true, explicit: false },
  ],
);

export interface ExtensionNumberResponse {
  baseTypeName: string;
  extensionNumber: number[];
}
export const ExtensionNumberResponse: MessageType<ExtensionNumberResponse> = /* @__PURE__ */ new MessageType<ExtensionNumberResponse>(
  "grpc.reflection.v1alpha.ExtensionNumberResponse",
  () => ({ baseTypeName: "", extensionNumber: [] }),
  [
    { no: 1, name: "baseTypeName", protoName: "base_type_name", kind: "string", repeated: false, explicit: false },
    { no: 2, name: "extensionNumber", protoName: "extension_number", kind: "int32", repeated: true, explicit: false },
  ],
);

export interface ListServiceResponse {
  service: ServiceResponse[];
}
export const ListServiceResponse: MessageType<ListServiceResponse> = /* @__PURE__ */ new MessageType<ListServiceResponse>(
  "grpc.reflection.v1alpha.ListServiceResponse",
  () => ({ service: [] }),
  [
    { no: 1, name: "service", protoName: "service", kind: "message", repeated: true, explicit: false, message: () => ServiceResponse as unknown as MessageType<object> },
  ],
);

export interface ServiceResponse {
  name: string;
}
export const ServiceResponse: MessageType<ServiceResponse> = /* @__PURE__ */ new MessageType<ServiceResponse>(
  "grpc.reflection.v1alpha.ServiceResponse",
  () => ({ name: "" }),
  [
    { no: 1, name: "name", protoName: "name", kind: "string", repeated: false, explicit: false },
  ],
);

export interface ErrorResponse {
  errorCode: number;
  errorMessage: string;
}
export const ErrorResponse: MessageType<ErrorResponse> = /* @__PURE__ */ new MessageType<ErrorResponse>(
  "grpc.reflection.v1alpha.ErrorResponse",
  () => ({ errorCode: 0, errorMessage: "" }),
  [
    { no: 1, name: "errorCode", protoName: "error_code", kind: "int32", repeated: false, explicit: false },
    { no: 2, name: "errorMessage", protoName: "error_message", kind: "string", repeated: false, explicit: false },
  ],
);

export const ServerReflection = {
  ServerReflectionInfo: { path: "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", request: ServerReflectionRequest, response: ServerReflectionResponse },
} as const;
