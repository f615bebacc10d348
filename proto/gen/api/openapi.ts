// Made by `npm run proto` from all .proto files. Do not edit.
export const OPENAPI: object = {
 "openapi": "3.1.0",
 "info": {
  "title": "Assay",
  "version": "0.1.0",
  "description": "Every query of the ledger over HTTP, as the Cosmos SDK's gateway answers it: proto3 JSON with snake_case names, 64-bit numbers as text, bytes in base64. Ids in a path or a query are lower hex.",
  "license": {
   "name": "Apache-2.0",
   "identifier": "Apache-2.0"
  }
 },
 "servers": [
  {
   "url": "/",
   "description": "this node"
  }
 ],
 "tags": [
  {
   "name": "assay.attest.v1.Query"
  },
  {
   "name": "assay.chain.v1.Query"
  },
  {
   "name": "assay.challenge.v1.Query"
  },
  {
   "name": "assay.data.v1.Query"
  },
  {
   "name": "assay.registry.v1.Query"
  },
  {
   "name": "assay.staking.v1.Query"
  },
  {
   "name": "cosmos.auth.v1beta1.Query"
  },
  {
   "name": "cosmos.bank.v1beta1.Query"
  },
  {
   "name": "cosmos.base.node.v1beta1.Service"
  },
  {
   "name": "cosmos.base.tendermint.v1beta1.Service"
  },
  {
   "name": "cosmos.consensus.v1.Query"
  },
  {
   "name": "cosmos.tx.v1beta1.Service"
  }
 ],
 "paths": {
  "/assay/attest/v1/questions/{id}": {
   "get": {
    "operationId": "assay.attest.v1.Query_Question",
    "tags": [
     "assay.attest.v1.Query"
    ],
    "summary": "One question with what validators answered.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.attest.v1.QueryQuestionResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/attest/v1/questions": {
   "get": {
    "operationId": "assay.attest.v1.Query_Questions",
    "tags": [
     "assay.attest.v1.Query"
    ],
    "summary": "Questions to validators.",
    "parameters": [
     {
      "name": "status",
      "in": "query",
      "description": "UNSPECIFIED for all.",
      "schema": {
       "$ref": "#/components/schemas/assay.attest.v1.QuestionStatus"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.attest.v1.QueryQuestionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/attest/v1/participations": {
   "get": {
    "operationId": "assay.attest.v1.Query_Participations",
    "tags": [
     "assay.attest.v1.Query"
    ],
    "summary": "How often each validator was asked, and answered.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.attest.v1.QueryParticipationsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/attest/v1/params": {
   "get": {
    "operationId": "assay.attest.v1.Query_Params",
    "tags": [
     "assay.attest.v1.Query"
    ],
    "summary": "Windows of a question.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.attest.v1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/chain/v1/info": {
   "get": {
    "operationId": "assay.chain.v1.Query_Info",
    "tags": [
     "assay.chain.v1.Query"
    ],
    "summary": "Names and denoms, and what the answering node asks for gas.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.chain.v1.QueryInfoResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/challenge/v1/cases/{id}": {
   "get": {
    "operationId": "assay.challenge.v1.Query_Case",
    "tags": [
     "assay.challenge.v1.Query"
    ],
    "summary": "One challenge of a claim and how it ended.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.challenge.v1.QueryCaseResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/challenge/v1/cases": {
   "get": {
    "operationId": "assay.challenge.v1.Query_Cases",
    "tags": [
     "assay.challenge.v1.Query"
    ],
    "summary": "Challenges, the newest first.",
    "parameters": [
     {
      "name": "dataset_id",
      "in": "query",
      "description": "Empty for all.",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "status",
      "in": "query",
      "description": "UNSPECIFIED for all.",
      "schema": {
       "$ref": "#/components/schemas/assay.challenge.v1.CaseStatus"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.challenge.v1.QueryCasesResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/challenge/v1/commits": {
   "get": {
    "operationId": "assay.challenge.v1.Query_Commits",
    "tags": [
     "assay.challenge.v1.Query"
    ],
    "summary": "Commits to a challenge that are not revealed yet.",
    "parameters": [
     {
      "name": "challenger",
      "in": "query",
      "description": "Empty for all.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.challenge.v1.QueryCommitsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/challenge/v1/params": {
   "get": {
    "operationId": "assay.challenge.v1.Query_Params",
    "tags": [
     "assay.challenge.v1.Query"
    ],
    "summary": "Windows and fees of a challenge.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.challenge.v1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/datasets/{id}": {
   "get": {
    "operationId": "assay.data.v1.Query_Dataset",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "One dataset with its claims.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryDatasetResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/datasets": {
   "get": {
    "operationId": "assay.data.v1.Query_Datasets",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Datasets, the newest first.",
    "parameters": [
     {
      "name": "status",
      "in": "query",
      "description": "UNSPECIFIED for all.",
      "schema": {
       "$ref": "#/components/schemas/assay.data.v1.DatasetStatus"
      }
     },
     {
      "name": "owner",
      "in": "query",
      "description": "Empty for all.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryDatasetsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/positions": {
   "get": {
    "operationId": "assay.data.v1.Query_Positions",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on claims, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "dataset_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "account",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryPositionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/datasets/{dataset_id}/positions": {
   "get": {
    "operationId": "assay.data.v1.Query_Positions_2",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on claims, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "dataset_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "account",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryPositionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/accounts/{account}/positions": {
   "get": {
    "operationId": "assay.data.v1.Query_Positions_3",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on claims, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "account",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "dataset_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryPositionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/unbondings": {
   "get": {
    "operationId": "assay.data.v1.Query_Unbondings",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on their way out, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "dataset_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "account",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryUnbondingsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/datasets/{dataset_id}/unbondings": {
   "get": {
    "operationId": "assay.data.v1.Query_Unbondings_2",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on their way out, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "dataset_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "account",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryUnbondingsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/accounts/{account}/unbondings": {
   "get": {
    "operationId": "assay.data.v1.Query_Unbondings_3",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Stakes on their way out, by dataset, by account, or by both.",
    "parameters": [
     {
      "name": "account",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "dataset_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryUnbondingsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/accounts/{account}/withdrawable": {
   "get": {
    "operationId": "assay.data.v1.Query_Withdrawable",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "What an account may take out now, a row for each dataset.",
    "parameters": [
     {
      "name": "account",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "dataset_id",
      "in": "query",
      "description": "Empty for all datasets of the account, each a row.",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryWithdrawableResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/accounts/{owner}/commits": {
   "get": {
    "operationId": "assay.data.v1.Query_Commits",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "An owner's commits to publish that are not revealed yet.",
    "parameters": [
     {
      "name": "owner",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryCommitsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/totals": {
   "get": {
    "operationId": "assay.data.v1.Query_Totals",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Counts and sums of the whole market.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryTotalsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/data/v1/params": {
   "get": {
    "operationId": "assay.data.v1.Query_Params",
    "tags": [
     "assay.data.v1.Query"
    ],
    "summary": "Amounts and windows of the market.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.data.v1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/models/{id}": {
   "get": {
    "operationId": "assay.registry.v1.Query_Model",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "One model.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryModelResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/models": {
   "get": {
    "operationId": "assay.registry.v1.Query_Models",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Models, the newest first.",
    "parameters": [
     {
      "name": "owner",
      "in": "query",
      "description": "Empty for all.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryModelsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/versions/{id}": {
   "get": {
    "operationId": "assay.registry.v1.Query_Version",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "One version with its terms, and its model.",
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryVersionResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/versions": {
   "get": {
    "operationId": "assay.registry.v1.Query_Versions",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Versions, the newest first: all, of a model, or for a task.",
    "parameters": [
     {
      "name": "model_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "task",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "status",
      "in": "query",
      "description": "UNSPECIFIED for all.",
      "schema": {
       "$ref": "#/components/schemas/assay.registry.v1.VersionStatus"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryVersionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/models/{model_id}/versions": {
   "get": {
    "operationId": "assay.registry.v1.Query_Versions_2",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Versions, the newest first: all, of a model, or for a task.",
    "parameters": [
     {
      "name": "model_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "task",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "status",
      "in": "query",
      "description": "UNSPECIFIED for all.",
      "schema": {
       "$ref": "#/components/schemas/assay.registry.v1.VersionStatus"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryVersionsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/versions/{version_id}/card": {
   "get": {
    "operationId": "assay.registry.v1.Query_Card",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "A version's card: its front matter and its text.",
    "parameters": [
     {
      "name": "version_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryCardResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/parents/{parent_id}/children": {
   "get": {
    "operationId": "assay.registry.v1.Query_Children",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Versions that were made from a version or a dataset.",
    "parameters": [
     {
      "name": "parent_id",
      "in": "path",
      "required": true,
      "description": "A model version or a dataset.",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryChildrenResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/parents/{parent_id}/pullable": {
   "get": {
    "operationId": "assay.registry.v1.Query_Pullable",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "What a version or a dataset could get by pulls now.",
    "parameters": [
     {
      "name": "parent_id",
      "in": "path",
      "required": true,
      "description": "A model version or a dataset.",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryPullableResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/accounts/{account}/owed": {
   "get": {
    "operationId": "assay.registry.v1.Query_Owed",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "What an account is owed.",
    "parameters": [
     {
      "name": "account",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryOwedResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/grants": {
   "get": {
    "operationId": "assay.registry.v1.Query_Grants",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Who may name which closed versions as parents.",
    "parameters": [
     {
      "name": "parent_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "builder",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryGrantsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/parents/{parent_id}/grants": {
   "get": {
    "operationId": "assay.registry.v1.Query_Grants_2",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Who may name which closed versions as parents.",
    "parameters": [
     {
      "name": "parent_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "builder",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryGrantsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/accounts/{builder}/grants": {
   "get": {
    "operationId": "assay.registry.v1.Query_Grants_3",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Who may name which closed versions as parents.",
    "parameters": [
     {
      "name": "builder",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "parent_id",
      "in": "query",
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryGrantsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/versions/{version_id}/scores": {
   "get": {
    "operationId": "assay.registry.v1.Query_Scores",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "A version's scores.",
    "parameters": [
     {
      "name": "version_id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "pattern": "^([0-9a-f]{2})*$"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryScoresResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/registry/v1/params": {
   "get": {
    "operationId": "assay.registry.v1.Query_Params",
    "tags": [
     "assay.registry.v1.Query"
    ],
    "summary": "Params of the module.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.registry.v1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/staking/v1/validators": {
   "get": {
    "operationId": "assay.staking.v1.Query_Validators",
    "tags": [
     "assay.staking.v1.Query"
    ],
    "summary": "Validators by power, the largest first.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.staking.v1.QueryValidatorsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/assay/staking/v1/validators/{operator}": {
   "get": {
    "operationId": "assay.staking.v1.Query_Validator",
    "tags": [
     "assay.staking.v1.Query"
    ],
    "summary": "One validator.",
    "parameters": [
     {
      "name": "operator",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/assay.staking.v1.QueryValidatorResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/accounts": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_Accounts",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "All accounts, by address.",
    "parameters": [
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryAccountsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/accounts/{address}": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_Account",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "One account with its number, sequence and public key.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryAccountResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/params": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_Params",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "Limits and prices of a transaction.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/module_accounts": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_ModuleAccounts",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "Modules' own accounts, which no key controls.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryModuleAccountsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/module_accounts/{name}": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_ModuleAccountByName",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "The account of one module.",
    "parameters": [
     {
      "name": "name",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryModuleAccountByNameResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/bech32": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_Bech32Prefix",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "What addresses of this chain begin with.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.Bech32PrefixResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/bech32/{address_string}": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_AddressStringToBytes",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "The raw bytes of an address's text.",
    "parameters": [
     {
      "name": "address_string",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.AddressStringToBytesResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/auth/v1beta1/account_info/{address}": {
   "get": {
    "operationId": "cosmos.auth.v1beta1.Query_AccountInfo",
    "tags": [
     "cosmos.auth.v1beta1.Query"
    ],
    "summary": "One account as a BaseAccount, whatever kind it is of.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.auth.v1beta1.QueryAccountInfoResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/balances/{address}/by_denom": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_Balance",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "What an account holds of a denom; zero is an answer.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "denom",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryBalanceResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/balances/{address}": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_AllBalances",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "All that an account holds, by denom.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "resolve_denom",
      "in": "query",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryAllBalancesResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/spendable_balances/{address}": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_SpendableBalances",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "What an account can spend, by denom: all it holds.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QuerySpendableBalancesResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/spendable_balances/{address}/by_denom": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_SpendableBalanceByDenom",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "What an account can spend of a denom.",
    "parameters": [
     {
      "name": "address",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "denom",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QuerySpendableBalanceByDenomResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/supply": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_TotalSupply",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "Base units of every denom.",
    "parameters": [
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryTotalSupplyResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/supply/by_denom": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_SupplyOf",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "Base units of one denom.",
    "parameters": [
     {
      "name": "denom",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QuerySupplyOfResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/params": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_Params",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "Whether sending is switched on.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/denoms_metadata/{denom}": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_DenomMetadata",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "How to show a denom.",
    "parameters": [
     {
      "name": "denom",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryDenomMetadataResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/denoms_metadata_by_query_string": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_DenomMetadataByQueryString",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "How to show a denom, asked for by a query parameter.",
    "parameters": [
     {
      "name": "denom",
      "in": "query",
      "schema": {
       "type": "string"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryDenomMetadataByQueryStringResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/denoms_metadata": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_DenomsMetadata",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "How to show each denom.",
    "parameters": [
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QueryDenomsMetadataResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/bank/v1beta1/send_enabled": {
   "get": {
    "operationId": "cosmos.bank.v1beta1.Query_SendEnabled",
    "tags": [
     "cosmos.bank.v1beta1.Query"
    ],
    "summary": "Denoms that are switched by themselves: there are none.",
    "parameters": [
     {
      "name": "denoms",
      "in": "query",
      "schema": {
       "type": "array",
       "items": {
        "type": "string"
       }
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.bank.v1beta1.QuerySendEnabledResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/node/v1beta1/config": {
   "get": {
    "operationId": "cosmos.base.node.v1beta1.Service_Config",
    "tags": [
     "cosmos.base.node.v1beta1.Service"
    ],
    "summary": "What the node asks for gas, and what it keeps.",
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.node.v1beta1.ConfigResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/node/v1beta1/status": {
   "get": {
    "operationId": "cosmos.base.node.v1beta1.Service_Status",
    "tags": [
     "cosmos.base.node.v1beta1.Service"
    ],
    "summary": "How far the node is.",
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.node.v1beta1.StatusResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/node_info": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetNodeInfo",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "Who the node is and what it runs.",
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetNodeInfoResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/syncing": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetSyncing",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "Whether the node is still catching up.",
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetSyncingResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/blocks/latest": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetLatestBlock",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "The newest block.",
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetLatestBlockResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/blocks/{height}": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetBlockByHeight",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "The block of a height.",
    "parameters": [
     {
      "name": "height",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "format": "int64",
       "pattern": "^-?[0-9]+$"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetBlockByHeightResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/validatorsets/latest": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetLatestValidatorSet",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "The validators of the newest block.",
    "parameters": [
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetLatestValidatorSetResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/validatorsets/{height}": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_GetValidatorSetByHeight",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "The validators of a height.",
    "parameters": [
     {
      "name": "height",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "format": "int64",
       "pattern": "^-?[0-9]+$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/base/tendermint/v1beta1/abci_query": {
   "get": {
    "operationId": "cosmos.base.tendermint.v1beta1.Service_ABCIQuery",
    "tags": [
     "cosmos.base.tendermint.v1beta1.Service"
    ],
    "summary": "The application's query as the engine asks it, proofs included.",
    "parameters": [
     {
      "name": "data",
      "in": "query",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "path",
      "in": "query",
      "description": "For example /store/bank/key, or the path of a gRPC query.",
      "schema": {
       "type": "string"
      }
     },
     {
      "name": "height",
      "in": "query",
      "description": "0 for the newest.",
      "schema": {
       "type": "string",
       "format": "int64",
       "pattern": "^-?[0-9]+$"
      }
     },
     {
      "name": "prove",
      "in": "query",
      "schema": {
       "type": "boolean"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.ABCIQueryResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/consensus/v1/params": {
   "get": {
    "operationId": "cosmos.consensus.v1.Query_Params",
    "tags": [
     "cosmos.consensus.v1.Query"
    ],
    "summary": "Limits of a block, of evidence and of validators' keys.",
    "parameters": [
     {
      "$ref": "#/components/parameters/height"
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.consensus.v1.QueryParamsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/simulate": {
   "post": {
    "operationId": "cosmos.tx.v1beta1.Service_Simulate",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "What a transaction would do and cost, without doing it.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.SimulateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.SimulateResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/txs/{hash}": {
   "get": {
    "operationId": "cosmos.tx.v1beta1.Service_GetTx",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "A transaction that is in a block.",
    "parameters": [
     {
      "name": "hash",
      "in": "path",
      "required": true,
      "description": "Hex, either case.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.GetTxResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/txs": {
   "post": {
    "operationId": "cosmos.tx.v1beta1.Service_BroadcastTx",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "Hands a signed transaction to the node.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.BroadcastTxRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.BroadcastTxResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   },
   "get": {
    "operationId": "cosmos.tx.v1beta1.Service_GetTxsEvent",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "Transactions by their events.",
    "parameters": [
     {
      "name": "events",
      "in": "query",
      "description": "Of old: conditions that must all hold. Not beside query.",
      "schema": {
       "type": "array",
       "items": {
        "type": "string"
       }
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "order_by",
      "in": "query",
      "schema": {
       "$ref": "#/components/schemas/cosmos.tx.v1beta1.OrderBy"
      }
     },
     {
      "name": "page",
      "in": "query",
      "description": "From 1; 0 is the first.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "limit",
      "in": "query",
      "description": "At most 100, and 100 where it is 0.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "query",
      "in": "query",
      "description": "For example message.sender='...' AND tx.height>5.",
      "schema": {
       "type": "string"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.GetTxsEventResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/txs/block/{height}": {
   "get": {
    "operationId": "cosmos.tx.v1beta1.Service_GetBlockWithTxs",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "A block with its transactions read.",
    "parameters": [
     {
      "name": "height",
      "in": "path",
      "required": true,
      "schema": {
       "type": "string",
       "format": "int64",
       "pattern": "^-?[0-9]+$"
      }
     },
     {
      "name": "pagination.key",
      "in": "query",
      "description": "next_key of the page before; absent for the first.",
      "schema": {
       "type": "string",
       "contentEncoding": "base64"
      }
     },
     {
      "name": "pagination.offset",
      "in": "query",
      "description": "Items to skip. Not beside key.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.limit",
      "in": "query",
      "description": "Items of a page; 100 where it is 0, and 1000 at most.",
      "schema": {
       "type": "string",
       "format": "uint64",
       "pattern": "^[0-9]+$"
      }
     },
     {
      "name": "pagination.count_total",
      "in": "query",
      "description": "Whether to count them all.",
      "schema": {
       "type": "boolean"
      }
     },
     {
      "name": "pagination.reverse",
      "in": "query",
      "description": "The last first.",
      "schema": {
       "type": "boolean"
      }
     }
    ],
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.GetBlockWithTxsResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/decode": {
   "post": {
    "operationId": "cosmos.tx.v1beta1.Service_TxDecode",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "A transaction's bytes, read.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.TxDecodeRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.TxDecodeResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  },
  "/cosmos/tx/v1beta1/encode": {
   "post": {
    "operationId": "cosmos.tx.v1beta1.Service_TxEncode",
    "tags": [
     "cosmos.tx.v1beta1.Service"
    ],
    "summary": "A transaction as bytes.",
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.TxEncodeRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The answer.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/cosmos.tx.v1beta1.TxEncodeResponse"
        }
       }
      }
     },
     "default": {
      "$ref": "#/components/responses/error"
     }
    }
   }
  }
 },
 "components": {
  "parameters": {
   "height": {
    "name": "x-cosmos-block-height",
    "in": "header",
    "description": "The state after this block; absent for the newest. `?height=` says the same. The answer names its height in a header of the same name.",
    "schema": {
     "type": "string",
     "pattern": "^[0-9]+$"
    }
   }
  },
  "responses": {
   "error": {
    "description": "What is wrong: `code` is gRPC's. 400 for a request that asks for nothing sensible (3, 9), 404 where the thing is not there (5), 429 where too much is asked at once (8), 501 for what this chain has not (12).",
    "content": {
     "application/json": {
      "schema": {
       "type": "object",
       "properties": {
        "code": {
         "type": "integer"
        },
        "message": {
         "type": "string"
        },
        "details": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/google.protobuf.Any"
         }
        }
       },
       "required": [
        "code",
        "message",
        "details"
       ]
      }
     }
    }
   }
  },
  "schemas": {
   "assay.attest.v1.Answer": {
    "type": "string",
    "description": "ANSWER_NO: Looked, and it is false.\nANSWER_UNAVAILABLE: Could not look; taken only in the last third before the deadline.",
    "enum": [
     "ANSWER_UNSPECIFIED",
     "ANSWER_YES",
     "ANSWER_NO",
     "ANSWER_UNAVAILABLE"
    ]
   },
   "assay.attest.v1.Params": {
    "type": "object",
    "properties": {
     "authority": {
      "type": "string"
     },
     "paused": {
      "type": "boolean"
     },
     "max_closings_per_block": {
      "type": "integer",
      "format": "uint32",
      "description": "Questions an end hook closes in one block."
     }
    },
    "required": [
     "authority",
     "paused",
     "max_closings_per_block"
    ]
   },
   "assay.attest.v1.Participation": {
    "type": "object",
    "description": "How a validator answered, over all questions that closed.",
    "properties": {
     "validator": {
      "type": "string"
     },
     "asked": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "answered": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "missed": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "validator",
     "asked",
     "answered",
     "missed"
    ]
   },
   "assay.attest.v1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.attest.v1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "assay.attest.v1.QueryParticipationsResponse": {
    "type": "object",
    "properties": {
     "participations": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.attest.v1.Participation"
      }
     }
    },
    "required": [
     "participations"
    ]
   },
   "assay.attest.v1.QueryQuestionResponse": {
    "type": "object",
    "properties": {
     "question": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.attest.v1.Question"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "question"
    ]
   },
   "assay.attest.v1.QueryQuestionsResponse": {
    "type": "object",
    "properties": {
     "questions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.attest.v1.Question"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "questions",
     "pagination"
    ]
   },
   "assay.attest.v1.Question": {
    "type": "object",
    "properties": {
     "id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "kind": {
      "$ref": "#/components/schemas/assay.attest.v1.QuestionKind"
     },
     "subject": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "opened_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "deadline_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Last block in which an answer counts."
     },
     "status": {
      "$ref": "#/components/schemas/assay.attest.v1.QuestionStatus"
     },
     "closed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Height at which it was decided or lapsed; 0 while OPEN."
     },
     "total_power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Powers as they were at opening."
     },
     "yes_power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "no_power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "unavailable_power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "voters": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.attest.v1.Voter"
      }
     },
     "settled": {
      "type": "boolean",
      "description": "The module that asked has been told."
     },
     "counted": {
      "type": "boolean",
      "description": "The deadline is over and participation is counted."
     },
     "measured": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The median of what YES measured, by power; 0 unless PASSED and of a kind that measures."
     }
    },
    "required": [
     "id",
     "kind",
     "subject",
     "opened_height",
     "deadline_height",
     "status",
     "closed_height",
     "total_power",
     "yes_power",
     "no_power",
     "unavailable_power",
     "voters",
     "settled",
     "counted",
     "measured"
    ]
   },
   "assay.attest.v1.QuestionKind": {
    "type": "string",
    "description": "QUESTION_KIND_CONTENT_HELD: Subject: a dataset id. I hold its content, and size and roots are as published.\nQUESTION_KIND_MODEL_LOADS: Subject: a model version's id. It loads in the sandbox; YES measures how far the outputs of probe inputs range, in 10^-9.",
    "enum": [
     "QUESTION_KIND_UNSPECIFIED",
     "QUESTION_KIND_CONTENT_HELD",
     "QUESTION_KIND_MODEL_LOADS"
    ]
   },
   "assay.attest.v1.QuestionStatus": {
    "type": "string",
    "enum": [
     "QUESTION_STATUS_UNSPECIFIED",
     "QUESTION_STATUS_OPEN",
     "QUESTION_STATUS_PASSED",
     "QUESTION_STATUS_REFUSED",
     "QUESTION_STATUS_LAPSED"
    ]
   },
   "assay.attest.v1.Voter": {
    "type": "object",
    "properties": {
     "validator": {
      "type": "string",
      "description": "Operator address."
     },
     "power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "answer": {
      "$ref": "#/components/schemas/assay.attest.v1.Answer",
      "description": "UNSPECIFIED while it has not answered."
     },
     "answered_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "measured": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "What it measured, in the unit of the question's kind; 0 for nothing."
     }
    },
    "required": [
     "validator",
     "power",
     "answer",
     "answered_height",
     "measured"
    ]
   },
   "assay.chain.v1.ChainInfo": {
    "type": "object",
    "description": "What genesis fixes for the whole chain.",
    "properties": {
     "chain_id": {
      "type": "string"
     },
     "bech32_prefix": {
      "type": "string",
      "description": "Before the 1 of every address."
     },
     "fee_denom": {
      "type": "string",
      "description": "The only denom that pays fees, stakes and bonds."
     },
     "min_gas_price_micro": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "What a node asks for where its configuration says nothing: base units of fee_denom for a unit of gas, times 10^6."
     }
    },
    "required": [
     "chain_id",
     "bech32_prefix",
     "fee_denom",
     "min_gas_price_micro"
    ]
   },
   "assay.chain.v1.QueryInfoResponse": {
    "type": "object",
    "properties": {
     "info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.chain.v1.ChainInfo"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "info"
    ]
   },
   "assay.challenge.v1.Case": {
    "type": "object",
    "description": "A shown challenge.",
    "properties": {
     "id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "dataset_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "claim": {
      "$ref": "#/components/schemas/assay.data.v1.ClaimKind"
     },
     "challenger": {
      "type": "string"
     },
     "bond": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "committed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The seal's place: height, and number of its transaction within the block."
     },
     "committed_index": {
      "type": "integer",
      "format": "uint32"
     },
     "revealed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "settle_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The end hook of this height settles it; 0 for one that is settled when it is shown."
     },
     "status": {
      "$ref": "#/components/schemas/assay.challenge.v1.CaseStatus"
     },
     "shown": {
      "type": "integer",
      "format": "uint32",
      "description": "How many pairs or rows were shown; how many the claim allows."
     },
     "allowed": {
      "type": "integer",
      "format": "uint32"
     },
     "reward": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units; 0 until WON."
     },
     "burned": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "reason": {
      "type": "string",
      "description": "Why an INVALID one does not hold."
     },
     "commit_id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The seal's number: of two cases the lower one was sealed first."
     }
    },
    "required": [
     "id",
     "dataset_id",
     "claim",
     "challenger",
     "bond",
     "committed_height",
     "committed_index",
     "revealed_height",
     "settle_height",
     "status",
     "shown",
     "allowed",
     "reward",
     "burned",
     "reason",
     "commit_id"
    ]
   },
   "assay.challenge.v1.CaseStatus": {
    "type": "string",
    "description": "CASE_STATUS_PROVEN: Shown valid; an earlier seal may still replace it until settle_height.\nCASE_STATUS_WON: Took the claim.\nCASE_STATUS_BEATEN: Valid, but an earlier seal was shown in time, or the claim was lost before: bond back.\nCASE_STATUS_INVALID: Its proof did not hold: bond burned.",
    "enum": [
     "CASE_STATUS_UNSPECIFIED",
     "CASE_STATUS_PROVEN",
     "CASE_STATUS_WON",
     "CASE_STATUS_BEATEN",
     "CASE_STATUS_INVALID"
    ]
   },
   "assay.challenge.v1.ChallengeCommit": {
    "type": "object",
    "description": "A sealed challenge: nobody sees of what.",
    "properties": {
     "id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "challenger": {
      "type": "string"
     },
     "hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "bond": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "index": {
      "type": "integer",
      "format": "uint32",
      "description": "Number of its transaction within the block."
     },
     "reveal_until": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Last block in which it may be shown."
     }
    },
    "required": [
     "id",
     "challenger",
     "hash",
     "bond",
     "height",
     "index",
     "reveal_until"
    ]
   },
   "assay.challenge.v1.Params": {
    "type": "object",
    "properties": {
     "authority": {
      "type": "string"
     },
     "paused": {
      "type": "boolean"
     },
     "min_bond": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units."
     },
     "reveal_min_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Age of a seal when it is shown, in blocks."
     },
     "reveal_max_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "reward_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "The challenger's share of the owner's slashed stake, in 1/10,000, and its bound in bonds."
     },
     "max_reward_bonds": {
      "type": "integer",
      "format": "uint32"
     },
     "max_commits_per_account": {
      "type": "integer",
      "format": "uint32",
      "description": "Seals one account may have open."
     },
     "max_closings_per_block": {
      "type": "integer",
      "format": "uint32",
      "description": "Cases and seals an end hook closes in one block."
     }
    },
    "required": [
     "authority",
     "paused",
     "min_bond",
     "reveal_min_blocks",
     "reveal_max_blocks",
     "reward_bps",
     "max_reward_bonds",
     "max_commits_per_account",
     "max_closings_per_block"
    ]
   },
   "assay.challenge.v1.QueryCaseResponse": {
    "type": "object",
    "properties": {
     "case": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.challenge.v1.Case"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "case"
    ]
   },
   "assay.challenge.v1.QueryCasesResponse": {
    "type": "object",
    "properties": {
     "cases": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.challenge.v1.Case"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "cases",
     "pagination"
    ]
   },
   "assay.challenge.v1.QueryCommitsResponse": {
    "type": "object",
    "properties": {
     "commits": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.challenge.v1.ChallengeCommit"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "commits",
     "pagination"
    ]
   },
   "assay.challenge.v1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.challenge.v1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "assay.data.v1.Access": {
    "type": "string",
    "enum": [
     "ACCESS_UNSPECIFIED",
     "ACCESS_PUBLIC",
     "ACCESS_LICENSED",
     "ACCESS_COMPUTE_ONLY"
    ]
   },
   "assay.data.v1.Blob": {
    "type": "object",
    "description": "A file named by what it holds.",
    "properties": {
     "sha256": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "32 bytes."
     },
     "size": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Bytes."
     }
    },
    "required": [
     "sha256",
     "size"
    ]
   },
   "assay.data.v1.Charset": {
    "type": "string",
    "enum": [
     "CHARSET_UNSPECIFIED",
     "CHARSET_ASCII",
     "CHARSET_UTF8"
    ]
   },
   "assay.data.v1.Claim": {
    "type": "object",
    "properties": {
     "kind": {
      "$ref": "#/components/schemas/assay.data.v1.ClaimKind"
     },
     "max": {
      "type": "integer",
      "format": "uint32"
     },
     "tier": {
      "type": "integer",
      "format": "uint32"
     },
     "status": {
      "$ref": "#/components/schemas/assay.data.v1.ClaimStatus"
     },
     "owner_stake": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units at risk now, the owner's."
     },
     "backers_stake": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units at risk now, all backers'."
     },
     "backer_count": {
      "type": "integer",
      "format": "uint32"
     },
     "slash_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "Share of a position that a lost claim takes, in 1/10,000; 0 while not lost."
     },
     "lost_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Height at which it was lost; 0 for never."
     },
     "lost_case": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The challenge case that took it; 0 for none."
     },
     "slashed_owner": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "What a lost claim took: base units of the owner's and of the backers' stakes (unbonding included)."
     },
     "slashed_backers": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "open_case": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The challenge case that is shown valid and not settled; 0 for none."
     },
     "backers_unbonded": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units that backers have ever begun to take out."
     },
     "slashed_from": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "A lost claim took what began to unbond at this height or later; 0 while not lost."
     }
    },
    "required": [
     "kind",
     "max",
     "tier",
     "status",
     "owner_stake",
     "backers_stake",
     "backer_count",
     "slash_bps",
     "lost_height",
     "lost_case",
     "slashed_owner",
     "slashed_backers",
     "open_case",
     "backers_unbonded",
     "slashed_from"
    ]
   },
   "assay.data.v1.ClaimKind": {
    "type": "string",
    "description": "What can be claimed about a dataset. A claim is made at publishing only.\nCLAIM_KIND_AVAILABLE: Anyone can fetch every row. Every dataset claims it.\nCLAIM_KIND_SCHEMA_VALID: Each row is 1 to 4,096 bytes of the charset, with one of the labels.\nCLAIM_KIND_UNIQUE: At most `max` disjoint pairs of rows are near-duplicates.\nCLAIM_KIND_ORIGINAL: At most `max` rows are near to a row of an earlier dataset of another owner.\nCLAIM_KIND_LABEL_AGREEMENT: A blind panel's majority gives the owner's label on at least `tier` % of rows.",
    "enum": [
     "CLAIM_KIND_UNSPECIFIED",
     "CLAIM_KIND_AVAILABLE",
     "CLAIM_KIND_SCHEMA_VALID",
     "CLAIM_KIND_UNIQUE",
     "CLAIM_KIND_ORIGINAL",
     "CLAIM_KIND_LABEL_AGREEMENT"
    ]
   },
   "assay.data.v1.ClaimStatus": {
    "type": "string",
    "description": "CLAIM_STATUS_WAITING: Waits for its dataset to be attested.",
    "enum": [
     "CLAIM_STATUS_UNSPECIFIED",
     "CLAIM_STATUS_WAITING",
     "CLAIM_STATUS_OPEN",
     "CLAIM_STATUS_LOST",
     "CLAIM_STATUS_FINAL",
     "CLAIM_STATUS_VOID"
    ]
   },
   "assay.data.v1.Dataset": {
    "type": "object",
    "properties": {
     "id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "owner": {
      "type": "string"
     },
     "terms": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.DatasetTerms"
       },
       {
        "type": "null"
       }
      ]
     },
     "status": {
      "$ref": "#/components/schemas/assay.data.v1.DatasetStatus"
     },
     "committed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "published_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "active_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "0 until then."
     },
     "window_end": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Last block in which a challenge may be committed; 0 until ACTIVE."
     },
     "closed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Height at which it became FINAL, REJECTED, DELISTED or RETIRED; 0 until then."
     },
     "question_id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The attest question about its content."
     },
     "open_cases": {
      "type": "integer",
      "format": "uint32",
      "description": "Challenge cases that are not settled."
     },
     "claims": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.Claim"
      },
      "description": "By kind, ascending."
     },
     "number": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "How many datasets had been published with this one."
     },
     "final_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The end hook of this height makes it FINAL if no case is open; 0 until ACTIVE."
     },
     "release_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "First block in which the stakes of a RETIRED one may be withdrawn; 0 until then."
     }
    },
    "required": [
     "id",
     "owner",
     "terms",
     "status",
     "committed_height",
     "published_height",
     "active_height",
     "window_end",
     "closed_height",
     "question_id",
     "open_cases",
     "claims",
     "number",
     "final_height",
     "release_height"
    ]
   },
   "assay.data.v1.DatasetStatus": {
    "type": "string",
    "enum": [
     "DATASET_STATUS_UNSPECIFIED",
     "DATASET_STATUS_PENDING",
     "DATASET_STATUS_ACTIVE",
     "DATASET_STATUS_FINAL",
     "DATASET_STATUS_REJECTED",
     "DATASET_STATUS_DELISTED",
     "DATASET_STATUS_RETIRED"
    ]
   },
   "assay.data.v1.DatasetTerms": {
    "type": "object",
    "description": "What the owner says of a dataset; fixed for ever.",
    "properties": {
     "name": {
      "type": "string"
     },
     "version": {
      "type": "integer",
      "format": "uint32",
      "description": "1 or more."
     },
     "prev": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "Id of the version before; empty for none."
     },
     "task": {
      "type": "string",
      "description": "The Hub's task name, for example text-classification."
     },
     "labels": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "2 to 32 distinct names; a row's label is an index into them."
     },
     "guideline": {
      "type": "string",
      "description": "What a labeller is told; at most 4,096 bytes."
     },
     "licence": {
      "type": "string",
      "description": "SPDX expression."
     },
     "card": {
      "type": "string",
      "description": "Markdown, at most 4,096 bytes."
     },
     "row_count": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "features_root": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "labels_root": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "features_blob": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Blob"
       },
       {
        "type": "null"
       }
      ]
     },
     "labels_blob": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Blob"
       },
       {
        "type": "null"
       }
      ],
      "description": "Absent while labels are sealed."
     },
     "content_urls": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "At most 4, http or https."
     },
     "access": {
      "$ref": "#/components/schemas/assay.data.v1.Access"
     },
     "charset": {
      "$ref": "#/components/schemas/assay.data.v1.Charset"
     },
     "window_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Blocks in which claims may be challenged, from ACTIVE on; at least the param."
     }
    },
    "required": [
     "name",
     "version",
     "prev",
     "task",
     "labels",
     "guideline",
     "licence",
     "card",
     "row_count",
     "features_root",
     "labels_root",
     "features_blob",
     "labels_blob",
     "content_urls",
     "access",
     "charset",
     "window_blocks"
    ]
   },
   "assay.data.v1.Params": {
    "type": "object",
    "properties": {
     "authority": {
      "type": "string",
      "description": "May change params; empty for nobody."
     },
     "paused": {
      "type": "boolean"
     },
     "stake_denom": {
      "type": "string",
      "description": "Denom of stakes and burns."
     },
     "min_owner_stake": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units. MARKET defaults: 100, 250 ASSAY."
     },
     "min_label_stake": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "min_backer_stake": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Least stake of a backer in one message."
     },
     "backers_multiple": {
      "type": "integer",
      "format": "uint32",
      "description": "Backers together at most this many times the owner's stake."
     },
     "commit_burn": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Burned by a commit, by a publish, and for each begun 10 MiB of it."
     },
     "publish_burn": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "publish_burn_per_10mib": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "reveal_min_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Age of a commit when it is revealed, in blocks."
     },
     "reveal_max_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "attest_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Blocks that validators have to answer whether they hold the content."
     },
     "challenge_window_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "max_window_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "unbonding_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "max_rows": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "max_blob_bytes": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "max_commits_per_owner": {
      "type": "integer",
      "format": "uint32",
      "description": "Open commits an owner may have."
     },
     "max_closings_per_block": {
      "type": "integer",
      "format": "uint32",
      "description": "Datasets that an end hook closes in one block."
     },
     "min_label_rows": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "authority",
     "paused",
     "stake_denom",
     "min_owner_stake",
     "min_label_stake",
     "min_backer_stake",
     "backers_multiple",
     "commit_burn",
     "publish_burn",
     "publish_burn_per_10mib",
     "reveal_min_blocks",
     "reveal_max_blocks",
     "attest_blocks",
     "challenge_window_blocks",
     "max_window_blocks",
     "unbonding_blocks",
     "max_rows",
     "max_blob_bytes",
     "max_commits_per_owner",
     "max_closings_per_block",
     "min_label_rows"
    ]
   },
   "assay.data.v1.Position": {
    "type": "object",
    "description": "One account's stake in one claim.",
    "properties": {
     "dataset_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "claim": {
      "$ref": "#/components/schemas/assay.data.v1.ClaimKind"
     },
     "account": {
      "type": "string"
     },
     "amount": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units."
     },
     "is_owner": {
      "type": "boolean"
     },
     "since_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Height of the last change."
     }
    },
    "required": [
     "dataset_id",
     "claim",
     "account",
     "amount",
     "is_owner",
     "since_height"
    ]
   },
   "assay.data.v1.PublishCommit": {
    "type": "object",
    "description": "A sealed publish.",
    "properties": {
     "owner": {
      "type": "string"
     },
     "hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "owner",
     "hash",
     "height"
    ]
   },
   "assay.data.v1.QueryCommitsResponse": {
    "type": "object",
    "properties": {
     "commits": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.PublishCommit"
      }
     }
    },
    "required": [
     "commits"
    ]
   },
   "assay.data.v1.QueryDatasetResponse": {
    "type": "object",
    "properties": {
     "dataset": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Dataset"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "dataset"
    ]
   },
   "assay.data.v1.QueryDatasetsResponse": {
    "type": "object",
    "properties": {
     "datasets": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.Dataset"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "datasets",
     "pagination"
    ]
   },
   "assay.data.v1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "assay.data.v1.QueryPositionsResponse": {
    "type": "object",
    "properties": {
     "positions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.Position"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "positions",
     "pagination"
    ]
   },
   "assay.data.v1.QueryTotalsResponse": {
    "type": "object",
    "properties": {
     "totals": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Totals"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "totals"
    ]
   },
   "assay.data.v1.QueryUnbondingsResponse": {
    "type": "object",
    "properties": {
     "unbondings": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.Unbonding"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "unbondings",
     "pagination"
    ]
   },
   "assay.data.v1.QueryWithdrawableResponse": {
    "type": "object",
    "properties": {
     "withdrawable": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.data.v1.Withdrawable"
      }
     }
    },
    "required": [
     "withdrawable"
    ]
   },
   "assay.data.v1.Totals": {
    "type": "object",
    "properties": {
     "at_risk": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units at risk on OPEN claims."
     },
     "datasets": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "open_claims": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "lost_claims": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "final_claims": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "burned": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units burned by lost claims, for ever."
     }
    },
    "required": [
     "at_risk",
     "datasets",
     "open_claims",
     "lost_claims",
     "final_claims",
     "burned"
    ]
   },
   "assay.data.v1.Unbonding": {
    "type": "object",
    "description": "Stake on its way out: still slashable until it is done.",
    "properties": {
     "id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "dataset_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "claim": {
      "$ref": "#/components/schemas/assay.data.v1.ClaimKind"
     },
     "account": {
      "type": "string"
     },
     "amount": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "start_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "completion_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "First block in which it may be withdrawn, if no case opened before it is open still."
     },
     "is_owner": {
      "type": "boolean"
     },
     "unbonded_before": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "What backers had begun to take out of the claim before this entry: makes a lost claim's sum exact without a walk."
     }
    },
    "required": [
     "id",
     "dataset_id",
     "claim",
     "account",
     "amount",
     "start_height",
     "completion_height",
     "is_owner",
     "unbonded_before"
    ]
   },
   "assay.data.v1.Withdrawable": {
    "type": "object",
    "properties": {
     "dataset_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "amount": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "dataset_id",
     "amount"
    ]
   },
   "assay.registry.v1.Axis": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string",
      "description": "What varies along it, for example batch; empty for an axis of one fixed size."
     },
     "size": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Its size; of a named axis the largest one, 0 where it has no bound."
     }
    },
    "required": [
     "name",
     "size"
    ]
   },
   "assay.registry.v1.CardField": {
    "type": "object",
    "description": "One key of a card's front matter.",
    "properties": {
     "key": {
      "type": "string"
     },
     "values": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "key",
     "values"
    ]
   },
   "assay.registry.v1.Child": {
    "type": "object",
    "properties": {
     "version_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "model_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "weight_bps": {
      "type": "integer",
      "format": "uint32"
     },
     "paid": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "pullable": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units that a pull would move to the parent now."
     }
    },
    "required": [
     "version_id",
     "model_id",
     "weight_bps",
     "paid",
     "pullable"
    ]
   },
   "assay.registry.v1.Grant": {
    "type": "object",
    "description": "A parent's owner lets a builder name it.",
    "properties": {
     "parent_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "A version with closed lineage."
     },
     "builder": {
      "type": "string"
     },
     "owner": {
      "type": "string",
      "description": "Who gave it; void once the parent has another owner."
     },
     "min_weight_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "Least weight of the parent, in 1/10,000."
     },
     "height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "parent_id",
     "builder",
     "owner",
     "min_weight_bps",
     "height"
    ]
   },
   "assay.registry.v1.Model": {
    "type": "object",
    "properties": {
     "id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "owner": {
      "type": "string"
     },
     "name": {
      "type": "string"
     },
     "created_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "versions": {
      "type": "integer",
      "format": "uint32",
      "description": "Versions that were published; the latest one's number."
     },
     "offered_to": {
      "type": "string",
      "description": "Who may accept it; empty where it is not offered."
     },
     "number": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "How many models had been published with this one."
     }
    },
    "required": [
     "id",
     "owner",
     "name",
     "created_height",
     "versions",
     "offered_to",
     "number"
    ]
   },
   "assay.registry.v1.Params": {
    "type": "object",
    "properties": {
     "authority": {
      "type": "string",
      "description": "May change params; empty for nobody."
     },
     "paused": {
      "type": "boolean"
     },
     "publish_burn": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units burned by a version, and for each begun 10 MiB of its files."
     },
     "publish_burn_per_10mib": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "attest_blocks": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Blocks that validators have to answer whether a version loads."
     },
     "max_blob_bytes": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "max_use_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "Most that a builder may ask of its sessions, in 1/10,000."
     },
     "max_lineage_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "Most that all parents get together, in 1/10,000."
     },
     "max_scores": {
      "type": "integer",
      "format": "uint32",
      "description": "Scores that a version may have."
     }
    },
    "required": [
     "authority",
     "paused",
     "publish_burn",
     "publish_burn_per_10mib",
     "attest_blocks",
     "max_blob_bytes",
     "max_use_bps",
     "max_lineage_bps",
     "max_scores"
    ]
   },
   "assay.registry.v1.Parent": {
    "type": "object",
    "description": "A parent, with what it was paid.",
    "properties": {
     "kind": {
      "$ref": "#/components/schemas/assay.registry.v1.ParentKind"
     },
     "id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "weight_bps": {
      "type": "integer",
      "format": "uint32"
     },
     "paid": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units that were pulled to it, or past it where it is tainted."
     }
    },
    "required": [
     "kind",
     "id",
     "weight_bps",
     "paid"
    ]
   },
   "assay.registry.v1.ParentKind": {
    "type": "string",
    "enum": [
     "PARENT_KIND_UNSPECIFIED",
     "PARENT_KIND_VERSION",
     "PARENT_KIND_DATASET"
    ]
   },
   "assay.registry.v1.ParentTerms": {
    "type": "object",
    "description": "What a version is made from, as its owner says it.",
    "properties": {
     "kind": {
      "$ref": "#/components/schemas/assay.registry.v1.ParentKind"
     },
     "id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "Id of a model version or a dataset."
     },
     "weight_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "Share of what the version earns, in 1/10,000."
     }
    },
    "required": [
     "kind",
     "id",
     "weight_bps"
    ]
   },
   "assay.registry.v1.Provenance": {
    "type": "string",
    "description": "How a score came to be.\nPROVENANCE_SELF_REPORTED: The version's owner says so.\nPROVENANCE_RERUN: Validators ran the version on an opened test set.",
    "enum": [
     "PROVENANCE_UNSPECIFIED",
     "PROVENANCE_SELF_REPORTED",
     "PROVENANCE_RERUN"
    ]
   },
   "assay.registry.v1.PullableEdge": {
    "type": "object",
    "properties": {
     "version_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "parent_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "amount": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "version_id",
     "parent_id",
     "amount"
    ]
   },
   "assay.registry.v1.QueryCardResponse": {
    "type": "object",
    "properties": {
     "fields": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.CardField"
      }
     },
     "body": {
      "type": "string",
      "description": "Markdown behind the front matter."
     }
    },
    "required": [
     "fields",
     "body"
    ]
   },
   "assay.registry.v1.QueryChildrenResponse": {
    "type": "object",
    "properties": {
     "children": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Child"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "children",
     "pagination"
    ]
   },
   "assay.registry.v1.QueryGrantsResponse": {
    "type": "object",
    "properties": {
     "grants": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Grant"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "grants",
     "pagination"
    ]
   },
   "assay.registry.v1.QueryModelResponse": {
    "type": "object",
    "properties": {
     "model": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.registry.v1.Model"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "model"
    ]
   },
   "assay.registry.v1.QueryModelsResponse": {
    "type": "object",
    "properties": {
     "models": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Model"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "models",
     "pagination"
    ]
   },
   "assay.registry.v1.QueryOwedResponse": {
    "type": "object",
    "properties": {
     "amount": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "amount"
    ]
   },
   "assay.registry.v1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.registry.v1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "assay.registry.v1.QueryPullableResponse": {
    "type": "object",
    "properties": {
     "edges": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.PullableEdge"
      }
     },
     "amount": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units that would reach the parent."
     },
     "partial": {
      "type": "boolean",
      "description": "There are more edges than were looked at."
     }
    },
    "required": [
     "edges",
     "amount",
     "partial"
    ]
   },
   "assay.registry.v1.QueryScoresResponse": {
    "type": "object",
    "properties": {
     "scores": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Score"
      }
     }
    },
    "required": [
     "scores"
    ]
   },
   "assay.registry.v1.QueryVersionResponse": {
    "type": "object",
    "properties": {
     "version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.registry.v1.Version"
       },
       {
        "type": "null"
       }
      ]
     },
     "model": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.registry.v1.Model"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "version",
     "model"
    ]
   },
   "assay.registry.v1.QueryVersionsResponse": {
    "type": "object",
    "properties": {
     "versions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Version"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "versions",
     "pagination"
    ]
   },
   "assay.registry.v1.Score": {
    "type": "object",
    "properties": {
     "version_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "test_set": {
      "type": "string",
      "description": "What it was measured on: a name, and where it is a dataset of the ledger its id."
     },
     "dataset_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "metric": {
      "type": "string",
      "description": "For example accuracy."
     },
     "value_ppm": {
      "type": "integer",
      "format": "uint32",
      "description": "In 1/1,000,000."
     },
     "rows": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Rows of the test set."
     },
     "provenance": {
      "$ref": "#/components/schemas/assay.registry.v1.Provenance"
     },
     "height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "version_id",
     "test_set",
     "dataset_id",
     "metric",
     "value_ppm",
     "rows",
     "provenance",
     "height"
    ]
   },
   "assay.registry.v1.Tensor": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string"
     },
     "type": {
      "$ref": "#/components/schemas/assay.registry.v1.TensorType"
     },
     "axes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Axis"
      },
      "description": "At most 8."
     }
    },
    "required": [
     "name",
     "type",
     "axes"
    ]
   },
   "assay.registry.v1.TensorType": {
    "type": "string",
    "description": "Numbers are those of ONNX's TensorProto.DataType.",
    "enum": [
     "TENSOR_TYPE_UNSPECIFIED",
     "TENSOR_TYPE_FLOAT",
     "TENSOR_TYPE_UINT8",
     "TENSOR_TYPE_INT8",
     "TENSOR_TYPE_INT32",
     "TENSOR_TYPE_INT64",
     "TENSOR_TYPE_BOOL"
    ]
   },
   "assay.registry.v1.Version": {
    "type": "object",
    "properties": {
     "id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "model_id": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "version": {
      "type": "integer",
      "format": "uint32",
      "description": "1 or more."
     },
     "terms": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.registry.v1.VersionTerms"
       },
       {
        "type": "null"
       }
      ]
     },
     "status": {
      "$ref": "#/components/schemas/assay.registry.v1.VersionStatus"
     },
     "published_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "live_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "0 until LIVE."
     },
     "closed_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Height at which it became REJECTED or RETIRED; 0 until then."
     },
     "question_id": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "The attest question whether it loads."
     },
     "output_range": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "How far the largest and the smallest output of probe inputs lie apart, as validators measured, in 10^-9; 0 until LIVE."
     },
     "tau": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "How far two honest runs may lie apart, in 10^-9; 0 until LIVE."
     },
     "number": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "How many versions had been published with this one; a parent's is lower."
     },
     "use_bps": {
      "type": "integer",
      "format": "uint32"
     },
     "open_lineage": {
      "type": "boolean"
     },
     "parents": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Parent"
      },
      "description": "In the order of the terms."
     },
     "received": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "Base units that it ever received."
     }
    },
    "required": [
     "id",
     "model_id",
     "version",
     "terms",
     "status",
     "published_height",
     "live_height",
     "closed_height",
     "question_id",
     "output_range",
     "tau",
     "number",
     "use_bps",
     "open_lineage",
     "parents",
     "received"
    ]
   },
   "assay.registry.v1.VersionStatus": {
    "type": "string",
    "description": "VERSION_STATUS_PENDING: The validators are asked whether it loads.",
    "enum": [
     "VERSION_STATUS_UNSPECIFIED",
     "VERSION_STATUS_PENDING",
     "VERSION_STATUS_LIVE",
     "VERSION_STATUS_REJECTED",
     "VERSION_STATUS_RETIRED"
    ]
   },
   "assay.registry.v1.VersionTerms": {
    "type": "object",
    "description": "What an owner says of a version; fixed for ever.",
    "properties": {
     "model_blob": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.data.v1.Blob"
       },
       {
        "type": "null"
       }
      ],
      "description": "An ONNX file; how text becomes its input, and what its output means, is told in it, as data."
     },
     "opset": {
      "type": "integer",
      "format": "uint32",
      "description": "Of the default domain; a version uses no other."
     },
     "operators": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Every operator of the graph, ascending."
     },
     "inputs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Tensor"
      }
     },
     "outputs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.Tensor"
      }
     },
     "task": {
      "type": "string",
      "description": "The Hub's task name, for example text-classification."
     },
     "licence": {
      "type": "string",
      "description": "SPDX expression."
     },
     "card": {
      "type": "string",
      "description": "Markdown with the Hub's front matter, at most 4,096 bytes."
     },
     "content_urls": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "At most 4, http or https."
     },
     "use_bps": {
      "type": "integer",
      "format": "uint32",
      "description": "The builder's share of what sessions on it earn, in 1/10,000."
     },
     "open_lineage": {
      "type": "boolean",
      "description": "Anybody may name it as a parent."
     },
     "parents": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.registry.v1.ParentTerms"
      }
     }
    },
    "required": [
     "model_blob",
     "opset",
     "operators",
     "inputs",
     "outputs",
     "task",
     "licence",
     "card",
     "content_urls",
     "use_bps",
     "open_lineage",
     "parents"
    ]
   },
   "assay.staking.v1.QueryValidatorResponse": {
    "type": "object",
    "properties": {
     "validator": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/assay.staking.v1.Validator"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "validator"
    ]
   },
   "assay.staking.v1.QueryValidatorsResponse": {
    "type": "object",
    "properties": {
     "validators": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/assay.staking.v1.Validator"
      }
     }
    },
    "required": [
     "validators"
    ]
   },
   "assay.staking.v1.Validator": {
    "type": "object",
    "properties": {
     "operator": {
      "type": "string",
      "description": "Account address that runs it."
     },
     "consensus_pubkey": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "32 bytes, ed25519."
     },
     "attestor": {
      "type": "string",
      "description": "Account address that answers for it; the operator's by default."
     },
     "power": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "moniker": {
      "type": "string"
     }
    },
    "required": [
     "operator",
     "consensus_pubkey",
     "attestor",
     "power",
     "moniker"
    ]
   },
   "cosmos.auth.v1beta1.AddressStringToBytesResponse": {
    "type": "object",
    "properties": {
     "address_bytes": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "address_bytes"
    ]
   },
   "cosmos.auth.v1beta1.BaseAccount": {
    "type": "object",
    "properties": {
     "address": {
      "type": "string"
     },
     "pub_key": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     },
     "account_number": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "sequence": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "address",
     "pub_key",
     "account_number",
     "sequence"
    ]
   },
   "cosmos.auth.v1beta1.Bech32PrefixResponse": {
    "type": "object",
    "properties": {
     "bech32_prefix": {
      "type": "string"
     }
    },
    "required": [
     "bech32_prefix"
    ]
   },
   "cosmos.auth.v1beta1.Params": {
    "type": "object",
    "properties": {
     "max_memo_characters": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "tx_sig_limit": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "tx_size_cost_per_byte": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "sig_verify_cost_ed25519": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "sig_verify_cost_secp256k1": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "max_memo_characters",
     "tx_sig_limit",
     "tx_size_cost_per_byte",
     "sig_verify_cost_ed25519",
     "sig_verify_cost_secp256k1"
    ]
   },
   "cosmos.auth.v1beta1.QueryAccountInfoResponse": {
    "type": "object",
    "properties": {
     "info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.auth.v1beta1.BaseAccount"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "info"
    ]
   },
   "cosmos.auth.v1beta1.QueryAccountResponse": {
    "type": "object",
    "properties": {
     "account": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "account"
    ]
   },
   "cosmos.auth.v1beta1.QueryAccountsResponse": {
    "type": "object",
    "properties": {
     "accounts": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "accounts",
     "pagination"
    ]
   },
   "cosmos.auth.v1beta1.QueryModuleAccountByNameResponse": {
    "type": "object",
    "properties": {
     "account": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "account"
    ]
   },
   "cosmos.auth.v1beta1.QueryModuleAccountsResponse": {
    "type": "object",
    "properties": {
     "accounts": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     }
    },
    "required": [
     "accounts"
    ]
   },
   "cosmos.auth.v1beta1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.auth.v1beta1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "cosmos.bank.v1beta1.DenomUnit": {
    "type": "object",
    "properties": {
     "denom": {
      "type": "string"
     },
     "exponent": {
      "type": "integer",
      "format": "uint32"
     },
     "aliases": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "denom",
     "exponent",
     "aliases"
    ]
   },
   "cosmos.bank.v1beta1.Metadata": {
    "type": "object",
    "properties": {
     "description": {
      "type": "string"
     },
     "denom_units": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.bank.v1beta1.DenomUnit"
      }
     },
     "base": {
      "type": "string"
     },
     "display": {
      "type": "string"
     },
     "name": {
      "type": "string"
     },
     "symbol": {
      "type": "string"
     },
     "uri": {
      "type": "string"
     },
     "uri_hash": {
      "type": "string"
     }
    },
    "required": [
     "description",
     "denom_units",
     "base",
     "display",
     "name",
     "symbol",
     "uri",
     "uri_hash"
    ]
   },
   "cosmos.bank.v1beta1.Params": {
    "type": "object",
    "properties": {
     "send_enabled": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.bank.v1beta1.SendEnabled"
      }
     },
     "default_send_enabled": {
      "type": "boolean"
     }
    },
    "required": [
     "send_enabled",
     "default_send_enabled"
    ]
   },
   "cosmos.bank.v1beta1.QueryAllBalancesResponse": {
    "type": "object",
    "properties": {
     "balances": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "balances",
     "pagination"
    ]
   },
   "cosmos.bank.v1beta1.QueryBalanceResponse": {
    "type": "object",
    "properties": {
     "balance": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "balance"
    ]
   },
   "cosmos.bank.v1beta1.QueryDenomMetadataByQueryStringResponse": {
    "type": "object",
    "properties": {
     "metadata": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.bank.v1beta1.Metadata"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "metadata"
    ]
   },
   "cosmos.bank.v1beta1.QueryDenomMetadataResponse": {
    "type": "object",
    "properties": {
     "metadata": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.bank.v1beta1.Metadata"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "metadata"
    ]
   },
   "cosmos.bank.v1beta1.QueryDenomsMetadataResponse": {
    "type": "object",
    "properties": {
     "metadatas": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.bank.v1beta1.Metadata"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "metadatas",
     "pagination"
    ]
   },
   "cosmos.bank.v1beta1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.bank.v1beta1.Params"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "cosmos.bank.v1beta1.QuerySendEnabledResponse": {
    "type": "object",
    "properties": {
     "send_enabled": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.bank.v1beta1.SendEnabled"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "send_enabled",
     "pagination"
    ]
   },
   "cosmos.bank.v1beta1.QuerySpendableBalanceByDenomResponse": {
    "type": "object",
    "properties": {
     "balance": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "balance"
    ]
   },
   "cosmos.bank.v1beta1.QuerySpendableBalancesResponse": {
    "type": "object",
    "properties": {
     "balances": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "balances",
     "pagination"
    ]
   },
   "cosmos.bank.v1beta1.QuerySupplyOfResponse": {
    "type": "object",
    "properties": {
     "amount": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "amount"
    ]
   },
   "cosmos.bank.v1beta1.QueryTotalSupplyResponse": {
    "type": "object",
    "properties": {
     "supply": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "supply",
     "pagination"
    ]
   },
   "cosmos.bank.v1beta1.SendEnabled": {
    "type": "object",
    "properties": {
     "denom": {
      "type": "string"
     },
     "enabled": {
      "type": "boolean"
     }
    },
    "required": [
     "denom",
     "enabled"
    ]
   },
   "cosmos.base.abci.v1beta1.ABCIMessageLog": {
    "type": "object",
    "properties": {
     "msg_index": {
      "type": "integer",
      "format": "uint32"
     },
     "log": {
      "type": "string"
     },
     "events": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.StringEvent"
      }
     }
    },
    "required": [
     "msg_index",
     "log",
     "events"
    ]
   },
   "cosmos.base.abci.v1beta1.Attribute": {
    "type": "object",
    "properties": {
     "key": {
      "type": "string"
     },
     "value": {
      "type": "string"
     }
    },
    "required": [
     "key",
     "value"
    ]
   },
   "cosmos.base.abci.v1beta1.GasInfo": {
    "type": "object",
    "properties": {
     "gas_wanted": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "gas_used": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "gas_wanted",
     "gas_used"
    ]
   },
   "cosmos.base.abci.v1beta1.Result": {
    "type": "object",
    "properties": {
     "data": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "log": {
      "type": "string"
     },
     "events": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.abci.Event"
      }
     },
     "msg_responses": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     }
    },
    "required": [
     "data",
     "log",
     "events",
     "msg_responses"
    ]
   },
   "cosmos.base.abci.v1beta1.StringEvent": {
    "type": "object",
    "properties": {
     "type": {
      "type": "string"
     },
     "attributes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.Attribute"
      }
     }
    },
    "required": [
     "type",
     "attributes"
    ]
   },
   "cosmos.base.abci.v1beta1.TxResponse": {
    "type": "object",
    "properties": {
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "txhash": {
      "type": "string"
     },
     "codespace": {
      "type": "string"
     },
     "code": {
      "type": "integer",
      "format": "uint32"
     },
     "data": {
      "type": "string"
     },
     "raw_log": {
      "type": "string"
     },
     "logs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.ABCIMessageLog"
      }
     },
     "info": {
      "type": "string"
     },
     "gas_wanted": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "gas_used": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "tx": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     },
     "timestamp": {
      "type": "string"
     },
     "events": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.abci.Event"
      }
     }
    },
    "required": [
     "height",
     "txhash",
     "codespace",
     "code",
     "data",
     "raw_log",
     "logs",
     "info",
     "gas_wanted",
     "gas_used",
     "tx",
     "timestamp",
     "events"
    ]
   },
   "cosmos.base.node.v1beta1.ConfigResponse": {
    "type": "object",
    "properties": {
     "minimum_gas_price": {
      "type": "string",
      "description": "With its denom."
     },
     "pruning_keep_recent": {
      "type": "string",
      "description": "Empty: not told."
     },
     "pruning_interval": {
      "type": "string"
     },
     "halt_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "0: the node does not stop by itself."
     }
    },
    "required": [
     "minimum_gas_price",
     "pruning_keep_recent",
     "pruning_interval",
     "halt_height"
    ]
   },
   "cosmos.base.node.v1beta1.StatusResponse": {
    "type": "object",
    "properties": {
     "earliest_store_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "First block that is kept."
     },
     "height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of the newest block."
     },
     "app_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "That the newest block carries: of the state before it."
     },
     "validator_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "earliest_store_height",
     "height",
     "timestamp",
     "app_hash",
     "validator_hash"
    ]
   },
   "cosmos.base.query.v1beta1.PageResponse": {
    "type": "object",
    "properties": {
     "next_key": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64",
      "description": "Empty after the last page."
     },
     "total": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$",
      "description": "0 where it was not asked for."
     }
    },
    "required": [
     "next_key",
     "total"
    ]
   },
   "cosmos.base.tendermint.v1beta1.ABCIQueryResponse": {
    "type": "object",
    "properties": {
     "code": {
      "type": "integer",
      "format": "uint32"
     },
     "log": {
      "type": "string"
     },
     "info": {
      "type": "string"
     },
     "index": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "key": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "value": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "proof_ops": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.ProofOps"
       },
       {
        "type": "null"
       }
      ]
     },
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "codespace": {
      "type": "string"
     }
    },
    "required": [
     "code",
     "log",
     "info",
     "index",
     "key",
     "value",
     "proof_ops",
     "height",
     "codespace"
    ]
   },
   "cosmos.base.tendermint.v1beta1.Block": {
    "type": "object",
    "description": "A block whose proposer is named by an address in text.",
    "properties": {
     "header": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Header"
       },
       {
        "type": "null"
       }
      ]
     },
     "data": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Data"
       },
       {
        "type": "null"
       }
      ]
     },
     "evidence": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.EvidenceList"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_commit": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Commit"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "header",
     "data",
     "evidence",
     "last_commit"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetBlockByHeightResponse": {
    "type": "object",
    "properties": {
     "block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Block"
       },
       {
        "type": "null"
       }
      ]
     },
     "sdk_block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Block"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "block_id",
     "block",
     "sdk_block"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetLatestBlockResponse": {
    "type": "object",
    "properties": {
     "block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Block"
       },
       {
        "type": "null"
       }
      ]
     },
     "sdk_block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Block"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "block_id",
     "block",
     "sdk_block"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetLatestValidatorSetResponse": {
    "type": "object",
    "properties": {
     "block_height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "validators": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Validator"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "block_height",
     "validators",
     "pagination"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetNodeInfoResponse": {
    "type": "object",
    "properties": {
     "default_node_info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.p2p.DefaultNodeInfo"
       },
       {
        "type": "null"
       }
      ]
     },
     "application_version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.VersionInfo"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "default_node_info",
     "application_version"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetSyncingResponse": {
    "type": "object",
    "properties": {
     "syncing": {
      "type": "boolean"
     }
    },
    "required": [
     "syncing"
    ]
   },
   "cosmos.base.tendermint.v1beta1.GetValidatorSetByHeightResponse": {
    "type": "object",
    "properties": {
     "block_height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "validators": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Validator"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "block_height",
     "validators",
     "pagination"
    ]
   },
   "cosmos.base.tendermint.v1beta1.Header": {
    "type": "object",
    "properties": {
     "version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.version.Consensus"
       },
       {
        "type": "null"
       }
      ]
     },
     "chain_id": {
      "type": "string"
     },
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "time": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_commit_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "data_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "validators_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "next_validators_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "consensus_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "app_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "last_results_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "evidence_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "proposer_address": {
      "type": "string",
      "description": "With the prefix of consensus addresses."
     }
    },
    "required": [
     "version",
     "chain_id",
     "height",
     "time",
     "last_block_id",
     "last_commit_hash",
     "data_hash",
     "validators_hash",
     "next_validators_hash",
     "consensus_hash",
     "app_hash",
     "last_results_hash",
     "evidence_hash",
     "proposer_address"
    ]
   },
   "cosmos.base.tendermint.v1beta1.Module": {
    "type": "object",
    "properties": {
     "path": {
      "type": "string"
     },
     "version": {
      "type": "string"
     },
     "sum": {
      "type": "string"
     }
    },
    "required": [
     "path",
     "version",
     "sum"
    ]
   },
   "cosmos.base.tendermint.v1beta1.ProofOp": {
    "type": "object",
    "properties": {
     "type": {
      "type": "string"
     },
     "key": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "data": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "type",
     "key",
     "data"
    ]
   },
   "cosmos.base.tendermint.v1beta1.ProofOps": {
    "type": "object",
    "properties": {
     "ops": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.ProofOp"
      }
     }
    },
    "required": [
     "ops"
    ]
   },
   "cosmos.base.tendermint.v1beta1.Validator": {
    "type": "object",
    "properties": {
     "address": {
      "type": "string",
      "description": "With the prefix of consensus addresses."
     },
     "pub_key": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     },
     "voting_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "proposer_priority": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "address",
     "pub_key",
     "voting_power",
     "proposer_priority"
    ]
   },
   "cosmos.base.tendermint.v1beta1.VersionInfo": {
    "type": "object",
    "properties": {
     "name": {
      "type": "string"
     },
     "app_name": {
      "type": "string"
     },
     "version": {
      "type": "string"
     },
     "git_commit": {
      "type": "string"
     },
     "build_tags": {
      "type": "string"
     },
     "go_version": {
      "type": "string",
      "description": "Of the language's runtime, whichever language it is."
     },
     "build_deps": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.tendermint.v1beta1.Module"
      }
     },
     "cosmos_sdk_version": {
      "type": "string"
     }
    },
    "required": [
     "name",
     "app_name",
     "version",
     "git_commit",
     "build_tags",
     "go_version",
     "build_deps",
     "cosmos_sdk_version"
    ]
   },
   "cosmos.base.v1beta1.Coin": {
    "type": "object",
    "properties": {
     "denom": {
      "type": "string"
     },
     "amount": {
      "type": "string",
      "description": "Decimal digits, base units."
     }
    },
    "required": [
     "denom",
     "amount"
    ]
   },
   "cosmos.consensus.v1.QueryParamsResponse": {
    "type": "object",
    "properties": {
     "params": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.ConsensusParams"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "params"
    ]
   },
   "cosmos.crypto.multisig.v1beta1.CompactBitArray": {
    "type": "object",
    "description": "One bit a key, the first key's the highest of the first byte.",
    "properties": {
     "extra_bits_stored": {
      "type": "integer",
      "format": "uint32",
      "description": "Bits used of the last byte; 0 where all eight are."
     },
     "elems": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "extra_bits_stored",
     "elems"
    ]
   },
   "cosmos.tx.signing.v1beta1.SignMode": {
    "type": "string",
    "enum": [
     "SIGN_MODE_UNSPECIFIED",
     "SIGN_MODE_DIRECT",
     "SIGN_MODE_TEXTUAL",
     "SIGN_MODE_DIRECT_AUX",
     "SIGN_MODE_LEGACY_AMINO_JSON",
     "SIGN_MODE_EIP_191"
    ]
   },
   "cosmos.tx.v1beta1.AuthInfo": {
    "type": "object",
    "properties": {
     "signer_infos": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.tx.v1beta1.SignerInfo"
      }
     },
     "fee": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Fee"
       },
       {
        "type": "null"
       }
      ]
     },
     "tip": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tip"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "signer_infos",
     "fee",
     "tip"
    ]
   },
   "cosmos.tx.v1beta1.BroadcastMode": {
    "type": "string",
    "description": "BROADCAST_MODE_BLOCK: Answers once the transaction is in a block.\nBROADCAST_MODE_SYNC: Answers once the node has checked it.\nBROADCAST_MODE_ASYNC: Answers at once.",
    "enum": [
     "BROADCAST_MODE_UNSPECIFIED",
     "BROADCAST_MODE_BLOCK",
     "BROADCAST_MODE_SYNC",
     "BROADCAST_MODE_ASYNC"
    ]
   },
   "cosmos.tx.v1beta1.BroadcastTxRequest": {
    "type": "object",
    "properties": {
     "tx_bytes": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "mode": {
      "$ref": "#/components/schemas/cosmos.tx.v1beta1.BroadcastMode"
     }
    },
    "required": [
     "tx_bytes",
     "mode"
    ]
   },
   "cosmos.tx.v1beta1.BroadcastTxResponse": {
    "type": "object",
    "properties": {
     "tx_response": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.TxResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "tx_response"
    ]
   },
   "cosmos.tx.v1beta1.Fee": {
    "type": "object",
    "properties": {
     "amount": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
      }
     },
     "gas_limit": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "payer": {
      "type": "string"
     },
     "granter": {
      "type": "string"
     }
    },
    "required": [
     "amount",
     "gas_limit",
     "payer",
     "granter"
    ]
   },
   "cosmos.tx.v1beta1.GetBlockWithTxsResponse": {
    "type": "object",
    "properties": {
     "txs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
      }
     },
     "block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Block"
       },
       {
        "type": "null"
       }
      ]
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "txs",
     "block_id",
     "block",
     "pagination"
    ]
   },
   "cosmos.tx.v1beta1.GetTxResponse": {
    "type": "object",
    "properties": {
     "tx": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
       },
       {
        "type": "null"
       }
      ]
     },
     "tx_response": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.TxResponse"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "tx",
     "tx_response"
    ]
   },
   "cosmos.tx.v1beta1.GetTxsEventResponse": {
    "type": "object",
    "properties": {
     "txs": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
      }
     },
     "tx_responses": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.TxResponse"
      }
     },
     "pagination": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.query.v1beta1.PageResponse"
       },
       {
        "type": "null"
       }
      ]
     },
     "total": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "txs",
     "tx_responses",
     "pagination",
     "total"
    ]
   },
   "cosmos.tx.v1beta1.ModeInfo": {
    "type": "object",
    "properties": {
     "single": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.ModeInfo.Single"
       },
       {
        "type": "null"
       }
      ]
     },
     "multi": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.ModeInfo.Multi"
       },
       {
        "type": "null"
       }
      ]
     }
    }
   },
   "cosmos.tx.v1beta1.ModeInfo.Multi": {
    "type": "object",
    "properties": {
     "bitarray": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.crypto.multisig.v1beta1.CompactBitArray"
       },
       {
        "type": "null"
       }
      ]
     },
     "mode_infos": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.tx.v1beta1.ModeInfo"
      }
     }
    },
    "required": [
     "bitarray",
     "mode_infos"
    ]
   },
   "cosmos.tx.v1beta1.ModeInfo.Single": {
    "type": "object",
    "properties": {
     "mode": {
      "$ref": "#/components/schemas/cosmos.tx.signing.v1beta1.SignMode"
     }
    },
    "required": [
     "mode"
    ]
   },
   "cosmos.tx.v1beta1.OrderBy": {
    "type": "string",
    "description": "ORDER_BY_UNSPECIFIED: As ascending.",
    "enum": [
     "ORDER_BY_UNSPECIFIED",
     "ORDER_BY_ASC",
     "ORDER_BY_DESC"
    ]
   },
   "cosmos.tx.v1beta1.SignerInfo": {
    "type": "object",
    "properties": {
     "public_key": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Any"
       },
       {
        "type": "null"
       }
      ]
     },
     "mode_info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.ModeInfo"
       },
       {
        "type": "null"
       }
      ]
     },
     "sequence": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "public_key",
     "mode_info",
     "sequence"
    ]
   },
   "cosmos.tx.v1beta1.SimulateRequest": {
    "type": "object",
    "properties": {
     "tx": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
       },
       {
        "type": "null"
       }
      ],
      "description": "Of old; tx_bytes serves better."
     },
     "tx_bytes": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "tx",
     "tx_bytes"
    ]
   },
   "cosmos.tx.v1beta1.SimulateResponse": {
    "type": "object",
    "properties": {
     "gas_info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.GasInfo"
       },
       {
        "type": "null"
       }
      ]
     },
     "result": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.base.abci.v1beta1.Result"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "gas_info",
     "result"
    ]
   },
   "cosmos.tx.v1beta1.Tip": {
    "type": "object",
    "properties": {
     "amount": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/cosmos.base.v1beta1.Coin"
      }
     },
     "tipper": {
      "type": "string"
     }
    },
    "required": [
     "amount",
     "tipper"
    ]
   },
   "cosmos.tx.v1beta1.Tx": {
    "type": "object",
    "properties": {
     "body": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.TxBody"
       },
       {
        "type": "null"
       }
      ]
     },
     "auth_info": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.AuthInfo"
       },
       {
        "type": "null"
       }
      ]
     },
     "signatures": {
      "type": "array",
      "items": {
       "type": "string",
       "contentEncoding": "base64"
      }
     }
    },
    "required": [
     "body",
     "auth_info",
     "signatures"
    ]
   },
   "cosmos.tx.v1beta1.TxBody": {
    "type": "object",
    "properties": {
     "messages": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     },
     "memo": {
      "type": "string"
     },
     "timeout_height": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "unordered": {
      "type": "boolean"
     },
     "timeout_timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     },
     "extension_options": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     },
     "non_critical_extension_options": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/google.protobuf.Any"
      }
     }
    },
    "required": [
     "messages",
     "memo",
     "timeout_height",
     "unordered",
     "timeout_timestamp",
     "extension_options",
     "non_critical_extension_options"
    ]
   },
   "cosmos.tx.v1beta1.TxDecodeRequest": {
    "type": "object",
    "properties": {
     "tx_bytes": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "tx_bytes"
    ]
   },
   "cosmos.tx.v1beta1.TxDecodeResponse": {
    "type": "object",
    "properties": {
     "tx": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "tx"
    ]
   },
   "cosmos.tx.v1beta1.TxEncodeRequest": {
    "type": "object",
    "properties": {
     "tx": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/cosmos.tx.v1beta1.Tx"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "tx"
    ]
   },
   "cosmos.tx.v1beta1.TxEncodeResponse": {
    "type": "object",
    "properties": {
     "tx_bytes": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "tx_bytes"
    ]
   },
   "google.protobuf.Any": {
    "type": "object",
    "description": "A message of the type that @type names, with its fields beside it; for a type that the node does not know, its bytes as `value`.",
    "properties": {
     "@type": {
      "type": "string",
      "examples": [
       "/cosmos.bank.v1beta1.MsgSend"
      ]
     }
    },
    "required": [
     "@type"
    ],
    "additionalProperties": true
   },
   "google.protobuf.Duration": {
    "type": "string",
    "pattern": "^-?[0-9]+(\\.[0-9]+)?s$",
    "examples": [
     "1.5s"
    ]
   },
   "google.protobuf.Timestamp": {
    "type": "string",
    "format": "date-time",
    "description": "RFC 3339, in UTC."
   },
   "tendermint.abci.Event": {
    "type": "object",
    "properties": {
     "type": {
      "type": "string"
     },
     "attributes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.abci.EventAttribute"
      }
     }
    },
    "required": [
     "type",
     "attributes"
    ]
   },
   "tendermint.abci.EventAttribute": {
    "type": "object",
    "properties": {
     "key": {
      "type": "string"
     },
     "value": {
      "type": "string"
     },
     "index": {
      "type": "boolean"
     }
    },
    "required": [
     "key",
     "value",
     "index"
    ]
   },
   "tendermint.crypto.PublicKey": {
    "type": "object",
    "properties": {
     "ed25519": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "secp256k1": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    }
   },
   "tendermint.p2p.DefaultNodeInfo": {
    "type": "object",
    "properties": {
     "protocol_version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.p2p.ProtocolVersion"
       },
       {
        "type": "null"
       }
      ]
     },
     "default_node_id": {
      "type": "string",
      "description": "Lower hex of 20 bytes."
     },
     "listen_addr": {
      "type": "string"
     },
     "network": {
      "type": "string",
      "description": "The chain id."
     },
     "version": {
      "type": "string",
      "description": "Of CometBFT, whose formats the node speaks."
     },
     "channels": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "moniker": {
      "type": "string"
     },
     "other": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.p2p.DefaultNodeInfoOther"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "protocol_version",
     "default_node_id",
     "listen_addr",
     "network",
     "version",
     "channels",
     "moniker",
     "other"
    ]
   },
   "tendermint.p2p.DefaultNodeInfoOther": {
    "type": "object",
    "properties": {
     "tx_index": {
      "type": "string",
      "description": "\"on\" where transactions can be found."
     },
     "rpc_address": {
      "type": "string"
     }
    },
    "required": [
     "tx_index",
     "rpc_address"
    ]
   },
   "tendermint.p2p.ProtocolVersion": {
    "type": "object",
    "properties": {
     "p2p": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "block": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "app": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "p2p",
     "block",
     "app"
    ]
   },
   "tendermint.types.ABCIParams": {
    "type": "object",
    "properties": {
     "vote_extensions_enable_height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "vote_extensions_enable_height"
    ]
   },
   "tendermint.types.Block": {
    "type": "object",
    "properties": {
     "header": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Header"
       },
       {
        "type": "null"
       }
      ]
     },
     "data": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Data"
       },
       {
        "type": "null"
       }
      ]
     },
     "evidence": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.EvidenceList"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_commit": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Commit"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "header",
     "data",
     "evidence",
     "last_commit"
    ]
   },
   "tendermint.types.BlockID": {
    "type": "object",
    "properties": {
     "hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "part_set_header": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.PartSetHeader"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "hash",
     "part_set_header"
    ]
   },
   "tendermint.types.BlockIDFlag": {
    "type": "string",
    "enum": [
     "BLOCK_ID_FLAG_UNKNOWN",
     "BLOCK_ID_FLAG_ABSENT",
     "BLOCK_ID_FLAG_COMMIT",
     "BLOCK_ID_FLAG_NIL"
    ]
   },
   "tendermint.types.BlockParams": {
    "type": "object",
    "properties": {
     "max_bytes": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "max_gas": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "max_bytes",
     "max_gas"
    ]
   },
   "tendermint.types.Commit": {
    "type": "object",
    "properties": {
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "round": {
      "type": "integer",
      "format": "int32"
     },
     "block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "signatures": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.types.CommitSig"
      }
     }
    },
    "required": [
     "height",
     "round",
     "block_id",
     "signatures"
    ]
   },
   "tendermint.types.CommitSig": {
    "type": "object",
    "properties": {
     "block_id_flag": {
      "$ref": "#/components/schemas/tendermint.types.BlockIDFlag"
     },
     "validator_address": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     },
     "signature": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "block_id_flag",
     "validator_address",
     "timestamp",
     "signature"
    ]
   },
   "tendermint.types.ConsensusParams": {
    "type": "object",
    "properties": {
     "block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockParams"
       },
       {
        "type": "null"
       }
      ]
     },
     "evidence": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.EvidenceParams"
       },
       {
        "type": "null"
       }
      ]
     },
     "validator": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.ValidatorParams"
       },
       {
        "type": "null"
       }
      ]
     },
     "version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.VersionParams"
       },
       {
        "type": "null"
       }
      ]
     },
     "abci": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.ABCIParams"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "block",
     "evidence",
     "validator",
     "version",
     "abci"
    ]
   },
   "tendermint.types.Data": {
    "type": "object",
    "properties": {
     "txs": {
      "type": "array",
      "items": {
       "type": "string",
       "contentEncoding": "base64"
      }
     }
    },
    "required": [
     "txs"
    ]
   },
   "tendermint.types.DuplicateVoteEvidence": {
    "type": "object",
    "properties": {
     "vote_a": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Vote"
       },
       {
        "type": "null"
       }
      ]
     },
     "vote_b": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Vote"
       },
       {
        "type": "null"
       }
      ]
     },
     "total_voting_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "validator_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "vote_a",
     "vote_b",
     "total_voting_power",
     "validator_power",
     "timestamp"
    ]
   },
   "tendermint.types.Evidence": {
    "type": "object",
    "properties": {
     "duplicate_vote_evidence": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.DuplicateVoteEvidence"
       },
       {
        "type": "null"
       }
      ]
     },
     "light_client_attack_evidence": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.LightClientAttackEvidence"
       },
       {
        "type": "null"
       }
      ]
     }
    }
   },
   "tendermint.types.EvidenceList": {
    "type": "object",
    "properties": {
     "evidence": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.types.Evidence"
      }
     }
    },
    "required": [
     "evidence"
    ]
   },
   "tendermint.types.EvidenceParams": {
    "type": "object",
    "properties": {
     "max_age_num_blocks": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "max_age_duration": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Duration"
       },
       {
        "type": "null"
       }
      ]
     },
     "max_bytes": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "max_age_num_blocks",
     "max_age_duration",
     "max_bytes"
    ]
   },
   "tendermint.types.Header": {
    "type": "object",
    "properties": {
     "version": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.version.Consensus"
       },
       {
        "type": "null"
       }
      ]
     },
     "chain_id": {
      "type": "string"
     },
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "time": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "last_commit_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "data_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "validators_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "next_validators_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "consensus_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "app_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "last_results_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "evidence_hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "proposer_address": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "version",
     "chain_id",
     "height",
     "time",
     "last_block_id",
     "last_commit_hash",
     "data_hash",
     "validators_hash",
     "next_validators_hash",
     "consensus_hash",
     "app_hash",
     "last_results_hash",
     "evidence_hash",
     "proposer_address"
    ]
   },
   "tendermint.types.LightBlock": {
    "type": "object",
    "properties": {
     "signed_header": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.SignedHeader"
       },
       {
        "type": "null"
       }
      ]
     },
     "validator_set": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.ValidatorSet"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "signed_header",
     "validator_set"
    ]
   },
   "tendermint.types.LightClientAttackEvidence": {
    "type": "object",
    "properties": {
     "conflicting_block": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.LightBlock"
       },
       {
        "type": "null"
       }
      ]
     },
     "common_height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "byzantine_validators": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.types.Validator"
      }
     },
     "total_voting_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "conflicting_block",
     "common_height",
     "byzantine_validators",
     "total_voting_power",
     "timestamp"
    ]
   },
   "tendermint.types.PartSetHeader": {
    "type": "object",
    "properties": {
     "total": {
      "type": "integer",
      "format": "uint32"
     },
     "hash": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "total",
     "hash"
    ]
   },
   "tendermint.types.SignedHeader": {
    "type": "object",
    "properties": {
     "header": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Header"
       },
       {
        "type": "null"
       }
      ]
     },
     "commit": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Commit"
       },
       {
        "type": "null"
       }
      ]
     }
    },
    "required": [
     "header",
     "commit"
    ]
   },
   "tendermint.types.SignedMsgType": {
    "type": "string",
    "enum": [
     "SIGNED_MSG_TYPE_UNKNOWN",
     "SIGNED_MSG_TYPE_PREVOTE",
     "SIGNED_MSG_TYPE_PRECOMMIT",
     "SIGNED_MSG_TYPE_PROPOSAL"
    ]
   },
   "tendermint.types.Validator": {
    "type": "object",
    "properties": {
     "address": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "pub_key": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.crypto.PublicKey"
       },
       {
        "type": "null"
       }
      ]
     },
     "voting_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "proposer_priority": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "address",
     "pub_key",
     "voting_power",
     "proposer_priority"
    ]
   },
   "tendermint.types.ValidatorParams": {
    "type": "object",
    "properties": {
     "pub_key_types": {
      "type": "array",
      "items": {
       "type": "string"
      }
     }
    },
    "required": [
     "pub_key_types"
    ]
   },
   "tendermint.types.ValidatorSet": {
    "type": "object",
    "properties": {
     "validators": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/tendermint.types.Validator"
      }
     },
     "proposer": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.Validator"
       },
       {
        "type": "null"
       }
      ]
     },
     "total_voting_power": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     }
    },
    "required": [
     "validators",
     "proposer",
     "total_voting_power"
    ]
   },
   "tendermint.types.VersionParams": {
    "type": "object",
    "properties": {
     "app": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "app"
    ]
   },
   "tendermint.types.Vote": {
    "type": "object",
    "properties": {
     "type": {
      "$ref": "#/components/schemas/tendermint.types.SignedMsgType"
     },
     "height": {
      "type": "string",
      "format": "int64",
      "pattern": "^-?[0-9]+$"
     },
     "round": {
      "type": "integer",
      "format": "int32"
     },
     "block_id": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/tendermint.types.BlockID"
       },
       {
        "type": "null"
       }
      ]
     },
     "timestamp": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/google.protobuf.Timestamp"
       },
       {
        "type": "null"
       }
      ]
     },
     "validator_address": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "validator_index": {
      "type": "integer",
      "format": "int32"
     },
     "signature": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "extension": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     },
     "extension_signature": {
      "type": [
       "string",
       "null"
      ],
      "contentEncoding": "base64"
     }
    },
    "required": [
     "type",
     "height",
     "round",
     "block_id",
     "timestamp",
     "validator_address",
     "validator_index",
     "signature",
     "extension",
     "extension_signature"
    ]
   },
   "tendermint.version.Consensus": {
    "type": "object",
    "properties": {
     "block": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     },
     "app": {
      "type": "string",
      "format": "uint64",
      "pattern": "^[0-9]+$"
     }
    },
    "required": [
     "block",
     "app"
    ]
   }
  }
 }
};
